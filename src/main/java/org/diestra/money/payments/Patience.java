package org.diestra.money.payments;

import java.time.Duration;
import java.time.Instant;

/** How long to wait before a silent rail is asked again: the longer, the longer it was silent. */
final class Patience {
  private static final Duration FIRST = Duration.ofMinutes(2);
  private static final Duration LONGEST = Duration.ofDays(1);

  private Patience() {}

  /** A third of the time that has passed since then, two minutes at least and a day at most. */
  static Instant next(Instant since, Instant now) {
    var third = Duration.between(since, now).dividedBy(3);
    var pause = third.compareTo(FIRST) < 0 ? FIRST : third;
    return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }
}
