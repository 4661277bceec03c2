package org.diestra.office.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diestra.office.books.Book;
import org.jspecify.annotations.Nullable;

/**
 * Some whole months of a year of the books: all of it, a quarter or one month, counted from its
 * first.
 *
 * @param year of the books
 * @param first the first month
 * @param months how many: 1, 3 or 12
 */
record Period(Book book, int year, YearMonth first, int months) {
  private static final int YEAR = 12;
  private static final int QUARTER = 3;

  /**
   * @param slug {@code q1}–{@code q4}, {@code m1}–{@code m12}; all of the year for anything else
   */
  static Period of(Book book, int year, @Nullable String slug) {
    var begins = YearMonth.from(book.yearBegins(year));
    var text = slug == null ? "" : slug;
    if (text.matches("q[1-4]")) {
      int which = text.charAt(1) - '1';
      return new Period(book, year, begins.plusMonths(which * (long) QUARTER), QUARTER);
    }
    if (text.matches("m([1-9]|1[0-2])")) {
      int which = Integer.parseInt(text.substring(1)) - 1;
      return new Period(book, year, begins.plusMonths(which), 1);
    }
    return new Period(book, year, begins, YEAR);
  }

  /** The year, its quarters and its months, in the order of a list to choose from. */
  static List<Period> all(Book book, int year) {
    var all = new ArrayList<Period>();
    all.add(of(book, year, ""));
    for (int i = 1; i <= YEAR / QUARTER; i++) {
      all.add(of(book, year, "q" + i));
    }
    for (int i = 1; i <= YEAR; i++) {
      all.add(of(book, year, "m" + i));
    }
    return all;
  }

  LocalDate from() {
    return first.atDay(1);
  }

  /** The last day, that included. */
  LocalDate to() {
    return before().minusDays(1);
  }

  /** The day after the last. */
  LocalDate before() {
    return first.plusMonths(months).atDay(1);
  }

  /** The first day of its year. */
  LocalDate yearBegins() {
    return book.yearBegins(year);
  }

  private int place() {
    return (first.getMonthValue() - book.firstMonth() + YEAR) % YEAR;
  }

  String slug() {
    return switch (months) {
      case 1 -> "m" + (place() + 1);
      case QUARTER -> "q" + (place() / QUARTER + 1);
      default -> "";
    };
  }

  /** Which of the quarters it is, 1–4; 0 where it is none. */
  int quarter() {
    return months == QUARTER ? place() / QUARTER + 1 : 0;
  }

  /** The name of its month, for one of a month. */
  String month(Locale locale) {
    return first.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  /** What leads to it in an address: {@code year=2026&period=q1}. */
  String query() {
    return "year=" + year + "&period=" + slug();
  }
}
