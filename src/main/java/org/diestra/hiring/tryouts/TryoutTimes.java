package org.diestra.hiring.tryouts;

import java.time.Clock;
import java.time.Duration;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;

/** Sets the clock for a sample that is to be handed in: a reminder the day before, and its end. */
@Component
class TryoutTimes {
  static final String DUE = "tryouts:due";
  static final String REMINDER = "tryouts:reminder";
  private static final Duration BEFORE = Duration.ofHours(24);

  private final Timers timers;
  private final Clock clock;

  TryoutTimes(Timers timers, Clock clock) {
    this.timers = timers;
    this.clock = clock;
  }

  void set(Tryout.Open tryout) {
    var due = tryout.facts().dueAt();
    var key = tryout.facts().id().toString();
    timers.at(due, DUE, key);
    if (due.minus(BEFORE).isAfter(clock.instant())) {
      timers.at(due.minus(BEFORE), REMINDER, key);
    }
  }

  void stop(Tryout tryout) {
    var key = tryout.facts().id().toString();
    timers.cancel(DUE, key);
    timers.cancel(REMINDER, key);
  }
}
