package org.diestra.hiring.interviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;

/** Sets the clock for an interview, at each of its moves. */
@Component
class Deadlines {
  static final String ANSWER = "interviews:answer";
  static final String REMINDER = "interviews:reminder";
  static final String ABSENCE = "interviews:absence";
  static final String END = "interviews:end";

  private static final Duration AHEAD = Duration.ofHours(1);

  private final Timers timers;
  private final Clock clock;

  Deadlines(Timers timers, Clock clock) {
    this.timers = timers;
    this.clock = clock;
  }

  void follow(Interview next) {
    var key = next.id().toString();
    if (next.stage() instanceof Stage.Live) {
      return; // what was set for the agreed time goes on
    }
    for (var timer : List.of(ANSWER, REMINDER, ABSENCE, END)) {
      timers.cancel(timer, key);
    }
    switch (next.stage()) {
      case Stage.Proposed proposed -> timers.at(proposed.until(), ANSWER, key);
      case Stage.Scheduled scheduled -> agreed(scheduled.slot(), key, clock.instant());
      default -> {}
    }
  }

  private void agreed(Slot slot, String key, Instant now) {
    var reminder = slot.start().minus(AHEAD);
    if (reminder.isAfter(now)) {
      timers.at(reminder, REMINDER, key);
    }
    timers.at(slot.start().plus(Slot.PATIENCE), ABSENCE, key);
    timers.at(slot.closes(), END, key);
  }
}
