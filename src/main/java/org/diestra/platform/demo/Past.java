package org.diestra.platform.demo;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.diestra.platform.data.HouseClock;
import org.springframework.stereotype.Component;

/**
 * The demo's past: some of its stories began weeks before it is filled. They are made by the verbs
 * that everybody uses, and each of these dates itself by when it is said to have happened. Within
 * that, {@code now} is then, here too.
 */
@Component
public class Past {
  private static final int WEEKS = 5;
  private final HouseClock clock;

  Past(HouseClock clock) {
    this.clock = clock;
  }

  /** On which the oldest work began: five weeks before the Monday of this week, in UTC. */
  public LocalDate monday() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
        .with(previousOrSame(DayOfWeek.MONDAY))
        .minusWeeks(WEEKS);
  }

  /** Whether that is not still to come. */
  public boolean has(Instant then) {
    return !then.isAfter(clock.instant());
  }

  /** Lets it have happened then. */
  public void run(Instant then, Runnable deed) {
    call(
        then,
        () -> {
          deed.run();
          return then;
        });
  }

  /** The same for what has an answer. */
  public <T> T call(Instant then, Supplier<T> deed) {
    return clock.at(then, deed);
  }
}
