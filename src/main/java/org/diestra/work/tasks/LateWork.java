package org.diestra.work.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Task.Funded;
import org.diestra.work.tasks.Task.InProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is held for work that never comes goes back by itself: 14 days after its due date, if
 * nothing was ever delivered and the assistant has been silent for a week (domain rules, section
 * 6). Without a due date nothing is late; the client may call it off, or dispute it, instead.
 */
@Service
class LateWork {
  /** From the due date, with what questions let it stand still. */
  static final Duration GRACE = Duration.ofDays(14);

  private static final Duration AGAIN = Duration.ofDays(7);
  private final TaskMoves moves;
  private final TrialWork work;
  private final DueDates dueDates;
  private final Contracts contracts;
  private final Engagements engagements;
  private final ObjectProvider<TaskFunding> funding; // of the module that has money
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  LateWork(
      TaskMoves moves,
      TrialWork work,
      DueDates dueDates,
      Contracts contracts,
      Engagements engagements,
      ObjectProvider<TaskFunding> funding,
      Timers timers,
      HouseRights house,
      Clock clock) {
    this.moves = moves;
    this.work = work;
    this.dueDates = dueDates;
    this.contracts = contracts;
    this.engagements = engagements;
    this.funding = funding;
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  /** Gives it back, or asks again when it may be time. Once more, or too early, changes nothing. */
  @Transactional
  public void lapse(TaskId id) {
    house.call(() -> {
      var task = moves.locked(id);
      var again = lapses(task) ? again(task) : null;
      if (again != null) {
        timers.at(again, LateWatch.LAPSE, id.toString());
      }
      return task;
    });
  }

  /** A trial's time stands in its contract. */
  private boolean lapses(Task task) {
    var contract = task.facts().place().contract();
    return (task instanceof Funded || task instanceof InProgress)
        && task.facts().count().deliveries() == 0
        && !contracts.trial(contract)
        && funding.stream().anyMatch(money -> money.keeps(contract));
  }

  private @Nullable Instant again(Task task) {
    var due = dueDates.of(List.of(task)).get(task.facts().id());
    if (due == null) {
      return null;
    }
    var now = clock.instant();
    var endsAt = due.at().plus(GRACE);
    if (endsAt.isAfter(now)) {
      return endsAt;
    }
    var weekHere = task.facts().since().plus(AGAIN); // paid for late, it is still to be begun
    if (weekHere.isAfter(now)) {
      return weekHere;
    }
    boolean still = due.standing() || stands(task);
    return still ? now.plus(AGAIN) : work.lapse(task.facts().id()).orElse(null);
  }

  /** Nobody is late with what they may not begin. */
  private boolean stands(Task task) {
    return task instanceof Funded && !engagements.get(task.facts().place().contract()).runs();
  }
}
