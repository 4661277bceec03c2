package org.diestra.work.tasks;

import java.time.Clock;
import org.diestra.platform.timers.Timers;
import org.diestra.work.tasks.Task.Funded;
import org.diestra.work.tasks.Task.InProgress;
import org.springframework.stereotype.Component;

/** Sets the clock after which what is held for a task, and never delivered, goes back. */
@Component
class LateWatch {
  static final String LAPSE = "tasks:lapse";
  private final Timers timers;
  private final Clock clock;

  LateWatch(Timers timers, Clock clock) {
    this.timers = timers;
    this.clock = clock;
  }

  /** Where its due date moves later on, whoever is woken looks again. */
  void moved(Task before, Task after) {
    var due = after.facts().work().due();
    boolean waits =
        (after instanceof Funded || after instanceof InProgress)
            && after.facts().count().deliveries() == 0;
    boolean waited = before instanceof Funded || before instanceof InProgress;
    if (waits && due != null && after.facts().work().priced()) {
      var at = due.at().plus(LateWork.GRACE);
      timers.at(at.isAfter(clock.instant()) ? at : clock.instant(), LAPSE, key(after));
    } else if (waited && !waits) {
      timers.cancel(LAPSE, key(after));
    }
  }

  private static String key(Task task) {
    return task.facts().id().toString();
  }
}
