package org.diestra.office.recurring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * When an entry comes again.
 *
 * @param months every so many, 1–12
 * @param day of the month, 1–31; the last where a month has no such day
 */
record Rhythm(int months, int day) {
  /** Every so many months, as people choose. */
  static final List<Integer> CHOICES = List.of(1, 2, 3, 6, 12);

  Rhythm {
    if (months < 1 || months > 12 || day < 1 || day > 31) {
      throw new IllegalArgumentException(months + " months, day " + day);
    }
  }

  /** The turn after that one. */
  LocalDate after(LocalDate turn) {
    return in(YearMonth.from(turn).plusMonths(months));
  }

  /** The first turn on or after a day, counted on from one that there was. */
  LocalDate from(LocalDate turn, LocalDate day) {
    var next = turn;
    while (next.isBefore(day)) {
      next = after(next);
    }
    return next;
  }

  private LocalDate in(YearMonth month) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }
}
