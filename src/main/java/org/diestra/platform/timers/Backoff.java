package org.diestra.platform.timers;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after each failure: soon at first, then longer, for two days in all. */
final class Backoff {
  private static final List<Duration> WAITS =
      List.of(
          ofSeconds(10),
          ofMinutes(1),
          ofMinutes(5),
          ofMinutes(30),
          ofHours(2),
          ofHours(6),
          ofHours(12),
          ofHours(24));

  private Backoff() {}

  /**
   * @param failures how often it failed so far, from 1
   * @return empty when it was the last time
   */
  static Optional<Duration> after(int failures) {
    return failures > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(failures - 1));
  }
}
