package org.diestra.office.sales;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Parties;
import org.diestra.office.sales.Invoice.Issued;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.data.Row;
import org.diestra.platform.page.Pages;
import org.diestra.platform.paper.Press;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The PDF of an invoice, in its customer's language: made when somebody first needs it, and the
 * same bytes ever after. It is printed outside of any transaction.
 */
@Component
class InvoicePapers {
  private final Invoices invoices;
  private final Parties parties;
  private final Dues dues;
  private final Pages pages;
  private final Blobs blobs;
  private final JdbcClient jdbc;
  private final TransactionOperations transaction;
  private final Clock clock;

  InvoicePapers(
      Invoices invoices,
      Parties parties,
      Dues dues,
      Pages pages,
      Blobs blobs,
      JdbcClient jdbc,
      TransactionOperations transaction,
      Clock clock) {
    this.invoices = invoices;
    this.parties = parties;
    this.dues = dues;
    this.pages = pages;
    this.blobs = blobs;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Of two who ask at once, one's paper is kept and both get that.
   *
   * @throws NotFound if it is not issued
   */
  Blob pdf(Desk desk, Invoice invoice) throws IOException {
    var issued = invoice.issued();
    if (issued == null) {
      throw new NotFound();
    }
    var kept = find(invoice);
    if (kept.isPresent()) {
      return blobs.get(kept.get());
    }
    var bytes = Press.print(html(desk, invoice, issued));
    var owner = desk.pass().workspace().organisation().value();
    var blob =
        blobs
            .store(
                new ByteArrayInputStream(bytes),
                Purpose.ATTACHMENT,
                issued.number() + ".pdf",
                owner)
            .orFail();
    keep(invoice, blob);
    return blobs.get(find(invoice).orElse(blob.id()));
  }

  /**
   * What the paper says.
   *
   * @param corrects the number and day of what it corrects, or empty
   */
  record Print(Invoice invoice, Issued issued, LocalDate dueOn, String corrects, String language) {}

  private String html(Desk desk, Invoice invoice, Issued issued) {
    var language = parties.get(desk, invoice.said().party()).language();
    var locale = Locale.of(language);
    var of = invoice.corrects();
    var first = of == null ? null : invoices.get(desk, of).issued();
    var corrects =
        first == null
            ? ""
            : first.number() + ", " + pages.formats(locale, ZoneOffset.UTC).date(first.day());
    var dueOn = dues.get(desk, invoice.id()).due().dueOn();
    return pages.text(
        "office/sales/_print.jte",
        Map.of("print", new Print(invoice, issued, dueOn, corrects, language)),
        locale,
        ZoneOffset.UTC);
  }

  private Optional<BlobId> find(Invoice invoice) {
    return Objects.requireNonNull(
        transaction.execute(tx ->
            jdbc.sql("select pdf from sales.paper where invoice = :id")
                .param("id", invoice.id().value())
                .query((r, n) -> new BlobId(Row.id(r, "pdf")))
                .optional()));
  }

  private void keep(Invoice invoice, Blob blob) {
    transaction.executeWithoutResult(tx -> {
      int added =
          jdbc.sql(
                  """
                  insert into sales.paper (invoice, workspace, pdf, made_at)
                  values (:id, :workspace, :pdf, :now) on conflict (invoice) do nothing
                  """)
              .param("id", invoice.id().value())
              .param("workspace", invoice.workspace().value())
              .param("pdf", blob.id().value())
              .param("now", Row.at(clock.instant()))
              .update();
      if (added == 1) {
        blobs.hold(blob.id(), "sales:invoice", invoice.id().value());
      }
    });
  }
}
