package org.diestra.office.contacts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days of birth as cards write them (RFC 2426, section 3.1.5; RFC 6350, section 4.3.1): whole, or
 * without the year.
 */
final class Birthday {
  private static final Pattern WHOLE = Pattern.compile("\\d{4}-?\\d{2}-?\\d{2}(?:T.*)?");
  private static final Pattern DAY = Pattern.compile("--\\d{2}-?\\d{2}");
  private static final int APPLE_NONE = 1604; // the year that Apple writes for none

  private Birthday() {}

  static Optional<LocalDate> date(String text) {
    var written = text.strip();
    if (!WHOLE.matcher(written).matches()) {
      return Optional.empty();
    }
    var digits = written.replace("-", "");
    try {
      return Optional.of(
          LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  static Optional<MonthDay> day(String text) {
    var written = text.strip();
    if (!DAY.matcher(written).matches()) {
      return date(text).filter(d -> d.getYear() == APPLE_NONE).map(MonthDay::from);
    }
    var digits = written.replace("-", "");
    try {
      return Optional.of(MonthDay.of(number(digits, 0, 2), number(digits, 2, 4)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** As a field of a form holds it. */
  static String typed(String text) {
    return day(text)
        .map(MonthDay::toString)
        .or(() -> date(text).map(LocalDate::toString))
        .orElse(text.strip());
  }

  /** "12 April" or "April 12", as the reader writes it. */
  static String words(MonthDay day, Locale locale) {
    return DateTimeFormatter.ofLocalizedPattern("MMMMd").withLocale(locale).format(day);
  }

  static boolean known(String typed) {
    return day(typed).isPresent() || date(typed).isPresent();
  }
}
