package org.diestra.work.tasks;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diestra.work.tasks.Work.Due;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.jspecify.annotations.Nullable;

/**
 * How a task comes again: a rule of RFC 5545 (section 3.3.10) that begins with the first due date.
 *
 * @param every how many of its periods lie between two, 1–{@value #MOST_EVERY}
 * @param until the last day on which one may be due, in the zone of the due date; null for no end
 */
record Repeat(Kind kind, int every, @Nullable LocalDate until) {
  static final int MOST_EVERY = 12;
  private static final TimeZone FLOATING = TimeZone.getTimeZone("UTC");
  private static final int WEEKS = 5; // a fifth one of a month is its last
  private static final int SURE_DAYS = 28; // which every month has

  enum Kind {
    DAILY,
    /** Monday to Friday. */
    WORKDAYS,
    WEEKLY,
    /** The same day of the month, or its last where it is shorter. */
    MONTHLY_DAY,
    /** The same weekday of the same week of the month: each first Monday. */
    MONTHLY_WEEKDAY,
    YEARLY;

    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> of(@Nullable String slug) {
      for (var kind : values()) {
        if (kind.slug().equals(slug)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  Repeat {
    if (every < 1 || every > MOST_EVERY) {
      throw new IllegalArgumentException("every " + every);
    }
  }

  /** The rule, without its end. */
  String rule(LocalDate first) {
    var rule =
        switch (kind) {
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
  static int ordinal(LocalDate day) {
    int week = day.get(ChronoField.ALIGNED_WEEK_OF_MONTH);
    return week == WEEKS ? -1 : week;
  }

  private static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  /**
   * The next due date of a series.
   *
   * @param first of the series
   * @param after at or before this moment there is none any more
   */
  Optional<Due> next(Due first, Instant after) {
    var begin = first.at().atZone(first.zone()).toLocalDateTime();
    var rule = read(begin.toLocalDate());
    // On the clock of the zone, which sets its own dates: a time that its clock jumps over comes
    // as much later, one that comes twice is the first.
    var all = rule.iterator(millis(begin), FLOATING);
    var from = after.atZone(first.zone()).toLocalDateTime();
    if (from.isAfter(begin)) {
      all.fastForward(millis(from));
    }
    while (all.hasNext()) {
      var local = LocalDateTime.ofEpochSecond(all.nextMillis() / 1000, 0, ZoneOffset.UTC);
      if (until != null && local.toLocalDate().isAfter(until)) {
        return Optional.empty();
      }
      var at = local.atZone(first.zone()).toInstant();
      if (at.isAfter(after)) {
        return Optional.of(new Due(at, first.zone()));
      }
    }
    return Optional.empty();
  }

  private RecurrenceRule read(LocalDate first) {
    try {
      return new RecurrenceRule(rule(first));
    } catch (InvalidRecurrenceRuleException e) {
      throw new IllegalStateException(rule(first), e);
    }
  }

  private static long millis(LocalDateTime local) {
    return local.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  /** As programs read it, with its end on the clock of Greenwich. */
  String text(Due first) {
    var rule = rule(LocalDate.ofInstant(first.at(), first.zone()));
    if (until == null) {
      return rule;
    }
    var end = until.atTime(LocalTime.MAX).atZone(first.zone()).withZoneSameInstant(ZoneOffset.UTC);
    return rule + ";UNTIL=" + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(end);
  }
}
