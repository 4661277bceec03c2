package org.diestra.platform.timers;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Tells how far the timers are behind. Late ones still ring, so the house serves all the same. */
@Component("timersHealthIndicator")
class TimersHealth extends AbstractHealthIndicator {
  /** Later than this is overdue; less is the scheduler's own rhythm. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private final TimerStore store;
  private final Clock clock;

  TimersHealth(TimerStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var late = store.overdue(clock.instant().minus(LATE));
    health.up().withDetail("overdue", late.count()).withDetail("givenUp", store.countGivenUp());
  }
}
