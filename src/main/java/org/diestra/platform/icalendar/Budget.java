package org.diestra.platform.icalendar;

import java.time.Duration;

/**
 * How long one may go on counting what comes again. What is hostile or absurd is cut off and said
 * to be incomplete, instead of holding a page up. For one thread.
 */
public final class Budget {
  private static final Duration SERIES = Duration.ofMillis(250);
  private static final Duration PAGE = Duration.ofSeconds(2);
  private final long end;

  private Budget(long end) {
    this.end = end;
  }

  /** For all that stands on one page. */
  public static Budget page() {
    return new Budget(System.nanoTime() + PAGE.toNanos());
  }

  /** For one series of it, which has no more than is left. */
  Budget series() {
    long own = System.nanoTime() + SERIES.toNanos();
    return new Budget(own - end < 0 ? own : end);
  }

  boolean spent() {
    return System.nanoTime() - end > 0;
  }
}
