package org.diestra.office.statements;

import java.time.LocalDate;
import java.util.List;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bank account and its account of the chart at the end of a day. What the bank has more than the
 * books is what the books began without, and what stands on either side alone: {@code bank − books
 * = start + bankOpen + ignored − booksOpen}.
 *
 * @param last the last day that any statement has, or null before the first
 * @param bank what there was by the statements, {@code books} what was posted
 * @param start what the bank had more than the books before the first statement
 * @param open lines that no entry shows that was posted for a day up to then; some of them
 * @param openSum what all of those come to
 * @param ignored what lines come to that are not for the books
 * @param unseen what was posted that no line shows up to then; some of it
 * @param wrong statements whose closing balance is not what their lines come to
 */
record Reconciliation(
    BankAccount account,
    LocalDate day,
    @Nullable LocalDate last,
    Money bank,
    Money books,
    Money start,
    List<Movement> open,
    Money openSum,
    Money ignored,
    List<Unseen> unseen,
    Money unseenSum,
    List<Wrong> wrong) {
  /** An entry, or as many of its lines as no line of the bank shows. */
  record Unseen(EntryId entry, LocalDate day, String text, Money amount) {}

  /**
   * @param closing as the statement says, and {@code lines} what all lines come to at its end
   */
  record Wrong(String name, LocalDate day, Money closing, Money lines) {}

  Money difference() {
    return bank.minus(books);
  }

  /** Whether all of the bank up to that day is in the books. */
  boolean same() {
    var until = last;
    return account.opening() != null
        && until != null
        && !day.isAfter(until)
        && open.isEmpty()
        && start.isZero()
        && wrong.isEmpty();
  }

  /** Whether it is said already. */
  boolean marked() {
    var until = account.reconciledUntil();
    return until != null && !day.isAfter(until);
  }
}
