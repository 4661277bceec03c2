package org.diestra.platform.mail;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Keeps the house from being used as a mail bomb. Counted without a lock: letters handed over in
 * the same instant may pass a bound by a few.
 */
@Component
class Allowance {
  static final int AN_HOUR = 30;
  static final int A_DAY = 200;
  private final LetterStore store;

  Allowance(LetterStore store) {
    this.store = store;
  }

  /** When a letter handed over now may leave; held means that it may not. */
  record Plan(Instant at, boolean held) {}

  Plan plan(String address, Instant now) {
    var counts = store.recent(address, now);
    if (counts.day() >= A_DAY) {
      return new Plan(now, true);
    }
    return new Plan(counts.hour() < AN_HOUR ? now : now.plus(Duration.ofHours(1)), false);
  }
}
