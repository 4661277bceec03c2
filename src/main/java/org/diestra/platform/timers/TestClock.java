package org.diestra.platform.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.data.HouseClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Lives through time at once: the clock stops at each instant for which something is set, in order,
 * and goes on when all that fell due is done, with everything that followed from it. What merely
 * sweeps now and then runs after each stop, once.
 */
@Component
@ConditionalOnBooleanProperty("diestra.test-clock")
class TestClock {
  /**
   * A timer whose line to the database broke is taken up after four missed heartbeats, a minute.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final HouseClock clock;
  private final TimerStore store;
  private final Scheduler scheduler;
  private final List<Quiet> others;

  TestClock(HouseClock clock, TimerStore store, Scheduler scheduler, List<Quiet> others) {
    this.clock = clock;
    this.store = store;
    this.scheduler = scheduler;
    this.others = others;
  }

  /** Answers what time it is then; empty when that lies in the past. */
  synchronized Optional<Instant> moveTo(Instant then) throws InterruptedException {
    if (then.isBefore(clock.instant())) {
      return Optional.empty();
    }
    awaitQuiet();
    for (var stop = store.nextStop(then); stop.isPresent(); stop = store.nextStop(then)) {
      step(stop.get());
    }
    step(then);
    return Optional.of(clock.instant());
  }

  private void step(Instant stop) throws InterruptedException {
    clock.moveTo(stop);
    awaitQuiet();
  }

  /**
   * @throws IllegalStateException when something is still under way after that long
   */
  private void awaitQuiet() throws InterruptedException {
    long patient = System.nanoTime() + PATIENCE.toNanos();
    do {
      scheduler.triggerCheckForDueExecutions();
      if (quiet()) {
        return;
      }
      Thread.sleep(5);
    } while (System.nanoTime() < patient);
    throw new IllegalStateException("not quiet after " + PATIENCE);
  }

  private boolean quiet() {
    return store.quiet(clock.instant()) && others.stream().allMatch(Quiet::isQuiet);
  }
}
