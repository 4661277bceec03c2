package org.diestra.money.purchases;

import java.time.LocalDate;
import java.util.UUID;
import org.diestra.money.invoices.Invoice;
import org.diestra.office.dues.DueId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of an invoice in a client's books.
 *
 * @param seller its name, 1–120 characters
 * @param payable what it asks for at its end, taxes included
 * @param bill that it is there, or null
 * @param why it is not; null where it was brought, and maybe thrown away since
 * @param papered whether its PDF stands with it
 */
record Brought(
    WorkspaceId workspace,
    UUID invoice,
    String number,
    String seller,
    LocalDate day,
    Money payable,
    @Nullable DueId bill,
    @Nullable Why why,
    boolean papered) {
  private static final int LONGEST_NAME = 120;

  static Brought of(
      WorkspaceId workspace,
      Invoice invoice,
      String seller,
      @Nullable DueId bill,
      @Nullable Why why) {
    return new Brought(
        workspace,
        invoice.id(),
        invoice.number(),
        Excerpt.line(seller, LONGEST_NAME),
        invoice.issuedOn(),
        invoice.gross().minus(invoice.withheld()),
        bill,
        why,
        false);
  }
}
