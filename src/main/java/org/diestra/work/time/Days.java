package org.diestra.work.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where days begin and end on the assistant's calendar. */
final class Days {
  private Days() {}

  /**
   * A day, or the part of it that belongs to a week.
   *
   * @param to its end, which is no more part of it
   */
  record Day(LocalDate date, Instant from, Instant to) {
    /** How much of that stretch lies in it, in minutes. */
    int minutes(Span span) {
      return span.within(from, to).map(Span::minutes).orElse(0);
    }

    /** Whether the week cuts it. */
    boolean partial(ZoneId zone) {
      return !equals(whole(date, zone));
    }

    boolean holds(Span span) {
      return !span.from().isBefore(from) && !span.to().isAfter(to);
    }
  }

  /** The days of a week: seven, or eight where the zone cuts the first and the last. */
  static List<Day> of(Week week, ZoneId zone) {
    var days = new ArrayList<Day>();
    var date = LocalDate.ofInstant(week.from(), zone);
    for (var day = whole(date, zone); day.from().isBefore(week.to()); day = whole(date, zone)) {
      days.add(
          new Day(
              date,
              day.from().isBefore(week.from()) ? week.from() : day.from(),
              day.to().isAfter(week.to()) ? week.to() : day.to()));
      date = date.plusDays(1);
    }
    return days;
  }

  /** From midnight to midnight, however long that day is. */
  static Day whole(LocalDate date, ZoneId zone) {
    return new Day(
        date, date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** The whole days that a stretch touches, with its minutes in each. */
  static Map<Day, Integer> touched(Span span, ZoneId zone) {
    var found = new LinkedHashMap<Day, Integer>();
    var date = LocalDate.ofInstant(span.from(), zone);
    for (var day = whole(date, zone); day.from().isBefore(span.to()); day = whole(date, zone)) {
      found.put(day, day.minutes(span));
      date = date.plusDays(1);
    }
    return found;
  }

  /** Whether some time of that day comes twice, as the clocks are put back. */
  static boolean twice(LocalDate date, ZoneId zone) {
    var jump = zone.getRules().nextTransition(whole(date, zone).from());
    return jump != null && jump.isOverlap() && jump.getDateTimeAfter().toLocalDate().equals(date);
  }
}
