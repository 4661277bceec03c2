package org.diestra.platform.timers;

import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Moves the house's clock forward in tests of any module, and returns when all that fell due on the
 * way is done. It never goes back, so a test counts from where the clock stands.
 */
@Component
public class ClockMover {
  private final TestClock clock;

  ClockMover(TestClock clock) {
    this.clock = clock;
  }

  public void moveTo(Instant then) {
    try {
      clock.moveTo(then);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
