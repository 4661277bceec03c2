package org.diestra.platform.live;

import java.time.Duration;

/**
 * When the switchboard does what comes again and again. By the machine's time: whether a line is
 * alive has nothing to do with the application's clock. For one thread.
 */
final class Rounds {
  static final Duration TICK = Duration.ofSeconds(1);

  /** Proxies cut what is silent for a minute, some for half of one. */
  private static final long BEAT = Duration.ofSeconds(20).toNanos();

  private static final long SESSIONS = Duration.ofSeconds(20).toNanos();
  private static final long POLL = Duration.ofSeconds(2).toNanos();

  private long beaten = System.nanoTime();
  private long checked = System.nanoTime();
  private long polled = System.nanoTime();

  /** What is due now. */
  record Turn(boolean beats, boolean checksSessions) {}

  Turn next() {
    long now = System.nanoTime();
    boolean beats = now - beaten >= BEAT;
    boolean checks = now - checked >= SESSIONS;
    beaten = beats ? now : beaten;
    checked = checks ? now : checked;
    return new Turn(beats, checks);
  }

  /** Whether to look for news of everybody, as nobody tells of it. */
  boolean poll(boolean told) {
    long now = System.nanoTime();
    if (told || now - polled < POLL) {
      return false;
    }
    polled = now;
    return true;
  }
}
