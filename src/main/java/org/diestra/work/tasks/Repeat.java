package org.diestra.work.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.platform.icalendar.Rule;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;

/**
 * How a task comes again: a rule of RFC 5545 (section 3.3.10) that begins with the first due date.
 *
 * @param every how many of its periods lie between two, 1–{@value #MOST_EVERY}
 * @param until the last day on which one may be due, in the zone of the due date; null for no end
 */
record Repeat(Repeats kind, int every, @Nullable LocalDate until) {
  static final int MOST_EVERY = 12;

  Repeat {
    if (every < 1 || every > MOST_EVERY) {
      throw new IllegalArgumentException("every " + every);
    }
  }

  /** The rule, without its end. */
  String rule(LocalDate first) {
    return kind.rule(first, every);
  }

  /**
   * The next due date of a series.
   *
   * @param first of the series
   * @param after at or before this moment there is none any more
   */
  Optional<Due> next(Due first, Instant after) {
    var begin = first.at().atZone(first.zone()).toLocalDateTime();
    // On the clock of the zone, which sets its own dates: a time that its clock jumps over comes
    // as much later, one that comes twice is the first.
    var from = after.atZone(first.zone()).toLocalDateTime();
    var all = Rule.require(rule(begin.toLocalDate())).times(begin, from);
    while (all.hasNext()) {
      var local = all.next();
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
