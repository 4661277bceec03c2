package org.diestra.office.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diestra.office.bookkeeping.Foreign;
import org.diestra.office.books.AccountId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it was posted.
 *
 * @param year of the books, with its {@code number} in it
 */
record Recorded(UUID id, LocalDate day, int year, int number, String text, List<Line> lines) {

  /**
   * @param amount debits above zero
   * @param note may be empty
   * @param foreign what it was in another currency, or null
   */
  record Line(AccountId account, Money amount, String note, @Nullable Foreign foreign) {}
}
