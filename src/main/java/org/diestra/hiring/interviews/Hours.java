package org.diestra.hiring.interviews;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.base.WorkWeek.Span;
import org.diestra.platform.page.DayBar;

/**
 * When two people work, day by day on the clock of one of them.
 *
 * @param mine the reader's hours
 * @param theirs the other's
 */
record Hours(WorkWeek mine, WorkWeek theirs, ZoneId here, ZoneId there) {
  /** The days that are offered. */
  static final int DAYS = 14;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SOONEST = Duration.ofMinutes(45);

  /**
   * One day on the reader's clock.
   *
   * @param bar the other's hours of that very day, and those of them that are shared
   * @param starts full hours at which both work, and not too soon
   * @param clock what the other's clock shows at the reader's 0, 6, 12, 18 and 24 o'clock
   */
  record Day(LocalDate date, DayBar bar, List<Instant> starts, List<Instant> clock) {}

  /** The days ahead on which both work at some hour, at most seven of the next fourteen. */
  List<Day> days(Instant now) {
    var today = LocalDate.ofInstant(now, here);
    return today
        .datesUntil(today.plusDays(DAYS))
        .map(date -> day(date, now.plus(SOONEST)))
        .filter(day -> !day.starts().isEmpty())
        .limit(7)
        .toList();
  }

  private Day day(LocalDate date, Instant soonest) {
    Predicate<Instant> both = at -> works(mine, at) && works(theirs, at);
    var bar = new DayBar(spans(date, at -> works(theirs, at)), spans(date, both), here);
    var starts = hours(date).stream().filter(both).filter(at -> at.isAfter(soonest)).toList();
    var clock = new ArrayList<Instant>();
    for (int hour = 0; hour <= 24; hour += 6) {
      clock.add(date.atStartOfDay().plusHours(hour).atZone(here).toInstant());
    }
    return new Day(date, bar, starts, clock);
  }

  /** The full hours of a day; one that the clocks jump over is not there. */
  private List<Instant> hours(LocalDate date) {
    var out = new ArrayList<Instant>();
    for (int hour = 0; hour < 24; hour++) {
      var local = LocalDateTime.of(date, java.time.LocalTime.of(hour, 0));
      if (!here.getRules().getValidOffsets(local).isEmpty()) {
        out.add(local.atZone(here).toInstant());
      }
    }
    return out;
  }

  private List<Span> spans(LocalDate date, Predicate<Instant> on) {
    var out = new ArrayList<Span>();
    int from = -1;
    for (int hour = 0; hour <= 24; hour++) {
      boolean is = hour < 24 && on.test(date.atTime(hour, 0).atZone(here).toInstant());
      if (is && from < 0) {
        from = hour;
      } else if (!is && from >= 0) {
        out.add(new Span(from, hour));
        from = -1;
      }
    }
    return out;
  }

  /** Whether that week is worked for an hour from then on. */
  private static boolean works(WorkWeek week, Instant from) {
    return worksAt(week, from) && worksAt(week, from.plus(HOUR).minusSeconds(60));
  }

  private static boolean worksAt(WorkWeek week, Instant at) {
    var local = at.atZone(week.zone());
    return week.at(local.getDayOfWeek(), local.getHour());
  }
}
