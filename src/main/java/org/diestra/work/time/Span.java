package org.diestra.work.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of time in whole minutes, 1 minute to 16 hours; its end is no more part of it. However
 * often the clocks change within, it is as long as what has passed.
 */
record Span(Instant from, Instant to) {
  static final int MOST = 16 * 60; // minutes, also of a day

  Span {
    if (!whole(from) || !whole(to) || !from.isBefore(to)) {
      throw new IllegalArgumentException("no stretch of whole minutes: " + from + " to " + to);
    }
    if (Duration.between(from, to).toMinutes() > MOST) {
      throw new IllegalArgumentException("longer than " + MOST + " minutes: " + from + " to " + to);
    }
  }

  /**
   * What a timer has counted: never more minutes than have passed, at most {@value #MOST}, and
   * never beyond its stop. Empty for less than one minute.
   */
  static Optional<Span> counted(Instant started, Instant stopped) {
    long minutes = Math.min(Duration.between(started, stopped).toMinutes(), MOST);
    var from = started.truncatedTo(ChronoUnit.MINUTES);
    return minutes < 1
        ? Optional.empty()
        : Optional.of(new Span(from, from.plus(minutes, ChronoUnit.MINUTES)));
  }

  int minutes() {
    return (int) Duration.between(from, to).toMinutes();
  }

  boolean overlaps(Span other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  boolean isWithin(Span other) {
    return !from.isBefore(other.from) && !to.isAfter(other.to);
  }

  /** The part that lies between two instants. */
  Optional<Span> within(Instant start, Instant end) {
    var first = from.isAfter(start) ? from : up(start);
    var last = to.isBefore(end) ? to : end.truncatedTo(ChronoUnit.MINUTES);
    return first.isBefore(last) ? Optional.of(new Span(first, last)) : Optional.empty();
  }

  /** Its parts by billing week, at most two. */
  List<Span> byWeek() {
    var end = Week.of(from).to();
    var parts = new ArrayList<Span>();
    within(from, end).ifPresent(parts::add);
    within(end, to).ifPresent(parts::add);
    return parts;
  }

  private static Instant up(Instant at) {
    return whole(at) ? at : at.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }

  private static boolean whole(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).equals(at);
  }
}
