package org.diestra.work.tasks;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Task.Delivered;
import org.diestra.work.tasks.Task.InProgress;
import org.diestra.work.tasks.Task.Running;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a task can be disputed (domain rules, section 9): by either side from its delivery on, by
 * the client also when it is late. What was called off can't: its money is the client's by then.
 */
@Component
class DisputeGate {
  /** How long an assistant may be silent about work without a due date, until it is disputed. */
  private static final Duration STILL = Duration.ofDays(14);

  private final DueDates dueDates;
  private final LastWork lastWork;
  private final HouseRights house;
  private final Clock clock;

  DisputeGate(DueDates dueDates, LastWork lastWork, HouseRights house, Clock clock) {
    this.dueDates = dueDates;
    this.lastWork = lastWork;
    this.house = house;
    this.clock = clock;
  }

  /** Why that side can't dispute it now; null where it can. */
  @Nullable Refusal closed(Task task, Side side) {
    var left = task.facts().left();
    if (!(task instanceof Running)
        || task instanceof Delivered it && !clock.instant().isBefore(it.closesAt())) {
      return TaskMoves.MOVED;
    }
    if (left == null || !left.isPositive()) {
      return Refusal.conflict("tasks.conflict.unpriced");
    }
    if (!(task instanceof InProgress)) {
      return null;
    }
    if (side == Side.ASSISTANT) {
      return Refusal.conflict("tasks.conflict.undelivered");
    }
    return overdue(task) ? null : Refusal.conflict("tasks.conflict.early");
  }

  /** Its due date is over, or, where it has none, nobody has worked on it for two weeks. */
  private boolean overdue(Task task) {
    var due = house.call(() -> dueDates.of(List.of(task))).get(task.facts().id());
    return due == null ? still(task) : due.late();
  }

  private boolean still(Task task) {
    var now = clock.instant();
    var bound = now.minus(STILL);
    return task.facts().since().isBefore(bound)
        && house.call(() -> lastWork.of(task, now)).isBefore(bound);
  }
}
