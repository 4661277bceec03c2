package org.diestra.platform.icalendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The six ways to come again that a form offers; the rule is made of one and the first day. */
public enum Repeats {
  DAILY,
  /** Monday to Friday. */
  WORKDAYS,
  WEEKLY,
  /** The same day of the month, or its last where it is shorter. */
  MONTHLY_DAY,
  /** The same weekday of the same week of the month: each first Monday. */
  MONTHLY_WEEKDAY,
  YEARLY;

  private static final int WEEKS = 5; // a fifth one of a month is its last
  private static final int SURE_DAYS = 28; // which every month has

  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Repeats> of(@Nullable String slug) {
    for (var kind : values()) {
      if (kind.slug().equals(slug)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * The rule, without its end.
   *
   * @param every how many of its periods lie between two, 1 or more
   */
  public String rule(LocalDate first, int every) {
    var rule =
        switch (this) {
          case DAILY -> "FREQ=DAILY";
          case WORKDAYS -> "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
          case WEEKLY -> "FREQ=WEEKLY;BYDAY=" + code(first.getDayOfWeek());
          case MONTHLY_DAY -> "FREQ=MONTHLY;" + days(first.getDayOfMonth());
          case MONTHLY_WEEKDAY ->
              "FREQ=MONTHLY;BYDAY=" + ordinal(first) + code(first.getDayOfWeek());
          case YEARLY -> "FREQ=YEARLY";
        };
    return every == 1 ? rule : rule + ";INTERVAL=" + every;
  }

  /** On the 31st where there is one, else on the last day there is. */
  private static String days(int day) {
    return day <= SURE_DAYS
        ? "BYMONTHDAY=" + day
        : "BYMONTHDAY="
            + IntStream.rangeClosed(SURE_DAYS, day)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","))
            + ";BYSETPOS=-1";
  }

  /** Which one of its weekday in its month: 1 to 4, or −1 for the fifth, which is the last. */
  public static int ordinal(LocalDate day) {
    int week = day.get(ChronoField.ALIGNED_WEEK_OF_MONTH);
    return week == WEEKS ? -1 : week;
  }

  private static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }
}
