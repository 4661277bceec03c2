package org.diestra.money.purchases;

import java.time.LocalDate;
import java.util.UUID;
import org.diestra.money.invoices.Invoice;
import org.diestra.office.dues.DueId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of an invoice in a client's books.
 *
 * @param payable what it asks for at its end, taxes included
 * @param bill that it is there, or null
 * @param why it is not; null where it was brought, and maybe thrown away since
 * @param papered whether its PDF stands with it
 */
record Brought(
    WorkspaceId workspace,
    UUID invoice,
    String number,
    LocalDate day,
    Money payable,
    @Nullable DueId bill,
    @Nullable Why why,
    boolean papered) {

  static Brought of(
      WorkspaceId workspace, Invoice invoice, @Nullable DueId bill, @Nullable Why why) {
    return new Brought(
        workspace,
        invoice.id(),
        invoice.number(),
        invoice.issuedOn(),
        invoice.gross().minus(invoice.withheld()),
        bill,
        why,
        false);
  }
}
