package org.diestra.money.purchases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.invoices.Invoices;
import org.diestra.money.invoices.Papers;
import org.diestra.office.bills.KnownBills;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.data.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts invoices' PDFs with the bills that were made of them. Each is made before the transaction in
 * which it is attached, once; where none could be made, the next round looks again.
 */
@Component
class Attaching {
  private static final int AT_ONCE = 200;
  private final PurchaseStore store;
  private final Invoices invoices;
  private final Papers papers;
  private final KnownBills bills;
  private final Blobs blobs;
  private final TransactionOperations transaction;

  Attaching(
      PurchaseStore store,
      Invoices invoices,
      Papers papers,
      KnownBills bills,
      Blobs blobs,
      TransactionOperations transaction) {
    this.store = store;
    this.invoices = invoices;
    this.papers = papers;
    this.bills = bills;
    this.blobs = blobs;
    this.transaction = transaction;
  }

  /**
   * @param desk of whoever the bills were proposed by
   * @param from the first day of invoices that are looked at
   */
  void all(Desk desk, LocalDate from) {
    var workspace = desk.book().workspace();
    var by = desk.pass().viewer().id().value();
    var bare =
        Objects.requireNonNull(transaction.execute(tx -> store.bare(workspace, from, AT_ONCE)));
    for (var one : bare) {
      copy(one.number(), by)
          .ifPresent(file ->
              Caller.person(by)
                  .run(() -> transaction.executeWithoutResult(tx -> attach(desk, one, file))));
    }
  }

  private void attach(Desk desk, Brought one, BlobId file) {
    var bill = one.bill();
    if (bill != null && store.papered(one)) {
      bills.attach(desk, bill, List.of(file));
    }
  }

  /** The invoice's PDF as a file of that person's; empty where it is not made yet. */
  private Optional<BlobId> copy(String number, UUID owner) {
    try {
      var invoice = invoices.find(number).orElseThrow(NotFound::new);
      var pdf = papers.pdf(invoice);
      if (pdf.isEmpty()) {
        return Optional.empty();
      }
      try (var in = blobs.open(pdf.get())) {
        var kept = blobs.store(in, Purpose.ATTACHMENT, number + ".pdf", owner).orFail();
        return Optional.of(kept.id());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
