package org.diestra.platform.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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

  /** Hands out plans for letters of one set, which count among each other. */
  Plans plans(Collection<String> addresses, Instant now) {
    return new Plans(new HashMap<>(store.recent(Set.copyOf(addresses), now)), now);
  }

  /**
   * @param counts what each address got so far; grows with each plan
   */
  record Plans(Map<String, LetterStore.Counts> counts, Instant now) {
    Plan next(String address) {
      var had = counts.getOrDefault(address, LetterStore.Counts.NONE);
      counts.put(address, had.andOne());
      if (had.day() >= A_DAY) {
        return new Plan(now, true);
      }
      return new Plan(had.hour() < AN_HOUR ? now : now.plus(Duration.ofHours(1)), false);
    }
  }
}
