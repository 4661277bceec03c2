package org.diestra.money.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger.Total;
import org.diestra.money.transfers.ReconciliationStore.Sums;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the bank says is there against what the books say, and why they differ.
 *
 * @param bank the closing balance of the latest statements, or null where none says one
 * @param day on which it closed, or null
 * @param books what the rail holds by the ledger
 * @param suspense what of it is unmatched
 * @param reasons why the two differ, those that are not zero
 */
record Reconciliation(
    @Nullable Money bank,
    @Nullable LocalDate day,
    Money books,
    Money suspense,
    List<Reason> reasons) {

  /**
   * @param key the message that names it
   * @param amount by how much the bank has more than the books because of it
   */
  record Reason(String key, Money amount) {}

  static Reconciliation of(Sums sums, List<Total> totals) {
    var currency = sums.came().currency();
    var book = new Book(TransferRail.ID, currency);
    var books = total(totals, book, Kind.CLIENT_MONEY);
    var byHand = sums.came().minus(sums.booked()).minus(books);
    var reasons = new ArrayList<Reason>();
    add(reasons, "transfers.reason.opening", sums.opening());
    add(reasons, "transfers.reason.queued", sums.queued().negated());
    add(reasons, "transfers.reason.by-hand", byHand.minus(sums.noted()));
    add(reasons, "transfers.reason.later", sums.later().negated());
    var bank = sums.closing();
    if (bank != null) {
      var explained =
          reasons.stream().map(Reason::amount).reduce(Money.zero(currency), Money::plus);
      add(reasons, "transfers.reason.gap", bank.minus(books).minus(explained));
    }
    return new Reconciliation(
        bank, sums.day(), books, total(totals, book, Kind.UNMATCHED), List.copyOf(reasons));
  }

  private static void add(List<Reason> reasons, String key, Money amount) {
    if (!amount.isZero()) {
      reasons.add(new Reason(key, amount));
    }
  }

  private static Money total(List<Total> totals, Book book, Kind kind) {
    return totals.stream()
        .filter(t -> t.book().equals(book) && t.kind() == kind)
        .map(Total::amount)
        .findFirst()
        .orElse(Money.zero(book.currency()));
  }

  /** By how much the bank has more than the books; zero where nobody knows. */
  Money difference() {
    return bank == null ? Money.zero(books.currency()) : bank.minus(books);
  }

  boolean even() {
    return bank != null && difference().isZero();
  }
}
