package org.diestra.office.books;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * A client's books.
 *
 * @param currency all amounts in them are in
 * @param firstMonth in which a year of theirs begins, 1–12
 * @param begins the first day that anything is written for
 * @param closedUntil the last day of what is closed, or null
 * @param alone whether the only person who may post posts what that same person wrote
 * @param version counts their changes
 */
public record Book(
    WorkspaceId workspace,
    Chart chart,
    Currency currency,
    int firstMonth,
    LocalDate begins,
    @Nullable LocalDate closedUntil,
    boolean alone,
    int version) {

  /** The year of the books in which that day lies, called by the year in which it begins. */
  public int year(LocalDate day) {
    return day.minusMonths(firstMonth - 1L).getYear();
  }

  public LocalDate yearBegins(int year) {
    return LocalDate.of(year, firstMonth, 1);
  }

  /** Its last day. */
  public LocalDate yearEnds(int year) {
    return yearBegins(year + 1).minusDays(1);
  }

  /** As people call it: 2026, or 2026/27 where it is no year of the calendar. */
  public String yearName(int year) {
    return firstMonth == 1
        ? String.valueOf(year)
        : year + "/" + String.format(Locale.ROOT, "%02d", (year + 1) % 100);
  }

  /** Whether anything may still be posted for that day. */
  public boolean open(LocalDate day) {
    return !day.isBefore(begins) && (closedUntil == null || day.isAfter(closedUntil));
  }
}
