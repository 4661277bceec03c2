package org.diestra.work.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Run;
import org.diestra.work.time.Bag.Allowance;
import org.jspecify.annotations.Nullable;

/**
 * When months of a retainer begin and which weeks are theirs. The first begins with the work; each
 * next one at the end of the one before, or on the day on which the work goes on, where it rested
 * then.
 */
final class BagMonths {
  /** A month that would end within a day is not begun: its hours are the last one's. */
  private static final Duration LEAST = Duration.ofDays(1);

  private BagMonths() {}

  /**
   * Those that are to begin by then.
   *
   * @param before those that there are, in order
   * @param from before which none begins, or null
   */
  static List<Bag> begun(
      Engagement it,
      List<Run> runs,
      List<Bag> before,
      Allowance agreed,
      @Nullable LocalDate from,
      Instant now) {
    var begun = new ArrayList<Bag>();
    var today = day(now);
    if (runs.isEmpty()) {
      return begun;
    }
    var last = before.isEmpty() ? null : before.getLast();
    if (last == null) {
      var start = day(runs.getFirst().from());
      var first = from == null ? Optional.of(start) : beginning(from, runs);
      if (first.isEmpty() || first.get().isAfter(today)) {
        return begun;
      }
      last = Bag.first(it.facts().contract(), agreed, first.get());
      begun.add(last);
    }
    var next = beginning(last.ends(), runs);
    while (next.isPresent() && !next.get().isAfter(today)) {
      last = last.next(agreed, next.get());
      begun.add(last);
      next = beginning(last.ends(), runs);
    }
    return begun;
  }

  /** The first day on which work is done, from that one on; empty where none will be. */
  static Optional<LocalDate> beginning(LocalDate from, List<Run> runs) {
    var at = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (var run : runs) {
      var start = run.from().isAfter(at) ? run.from() : at;
      var until = run.until();
      if (until == null || !until.isBefore(start.plus(LEAST))) {
        return Optional.of(day(start));
      }
    }
    return Optional.empty();
  }

  /**
   * The last week that draws from one.
   *
   * @param next the one after it, or null as long as there is none
   */
  static Week lastWeek(Bag bag, @Nullable Bag next, Engagement it) {
    if (next != null) {
      return new Week(next.firstWeek().minusWeeks(1));
    }
    var last = bag.ends().minusDays(1);
    if (it instanceof Engagement.Ended) {
      var end = day(it.facts().since());
      last = end.isBefore(bag.ends()) ? end : bag.ends();
    }
    return Week.of(last);
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
