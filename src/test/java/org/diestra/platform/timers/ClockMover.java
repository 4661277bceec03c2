package org.diestra.platform.timers;

import java.time.Instant;
import org.diestra.platform.data.HouseClock;
import org.springframework.stereotype.Component;

/**
 * Moves the house's clock forward in tests of any module, and returns when all that fell due on the
 * way is done. It never goes back, so a test counts from where the clock stands.
 */
@Component
public class ClockMover {
  private final TestClock clock;
  private final HouseClock house;

  ClockMover(TestClock clock, HouseClock house) {
    this.clock = clock;
    this.house = house;
  }

  /** As if the house had been closed meanwhile: what was missed is made up for, each once. */
  public void skipTo(Instant then) {
    settle();
    house.moveTo(then);
    settle();
  }

  /** A second on, as what the clock has just shown is past by the time it is asked for. */
  private void settle() {
    moveTo(house.instant().plusSeconds(1));
  }

  /** Through all that falls due on the way. */
  public void moveTo(Instant then) {
    try {
      clock.moveTo(then);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
