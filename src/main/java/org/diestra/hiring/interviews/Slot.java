package org.diestra.hiring.interviews;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A time to meet.
 *
 * @param minutes how long, one of {@link #LENGTHS}
 */
record Slot(Instant start, int minutes) {
  static final List<Integer> LENGTHS = List.of(15, 30, 45, 60, 90);
  static final int USUAL = 30;

  /** The room is open from so long before the start … */
  static final Duration EARLY = Duration.ofMinutes(10);

  /** … until so long after the end. */
  static final Duration LATE = Duration.ofMinutes(30);

  /** Whoever has not come by then is absent. */
  static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Less notice than this is marked as late. */
  static final Duration NOTICE = Duration.ofHours(2);

  Slot {
    if (!LENGTHS.contains(minutes)) {
      throw new IllegalArgumentException("no length of an interview: " + minutes);
    }
  }

  Instant end() {
    return start.plus(Duration.ofMinutes(minutes));
  }

  Instant opens() {
    return start.minus(EARLY);
  }

  Instant closes() {
    return end().plus(LATE);
  }

  boolean meets(Slot other) {
    return start.isBefore(other.end()) && other.start.isBefore(end());
  }

  /** Whether somebody who backs out now does so late. */
  boolean lateAt(Instant now) {
    return now.isAfter(start.minus(NOTICE));
  }
}
