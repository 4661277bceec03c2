package org.diestra.work.trials;

import java.util.List;
import org.diestra.platform.base.Deadline;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.TrialTerms;
import org.diestra.work.tasks.TaskId;
import org.diestra.work.tasks.TrialWork;
import org.diestra.work.trials.Trial.Accepted;
import org.springframework.stereotype.Component;

/** Sets the clock for a trial: its answer, its day, and the day on which its price goes back. */
@Component
class TrialTimes {
  private final Timers timers;
  private final TrialWork work;

  TrialTimes(Timers timers, TrialWork work) {
    this.timers = timers;
    this.work = work;
  }

  void answered(Trial trial) {
    timers.cancel(TrialEntries.ANSWER, trial.facts().id().toString());
  }

  /** By the numbers that both have signed. */
  void signed(Accepted it, TrialTerms frozen) {
    var task = it.signed().task().toString();
    var due = frozen.dueAt();
    timers.at(due, TrialEntries.DUE, task);
    timers.at(
        Deadline.after(due, frozen.graceDays(), List.of(frozen.zone())), TrialEntries.BACK, task);
  }

  /** It is over, or was delivered. */
  void over(Trial.Running it) {
    var task = it.signed().task().toString();
    timers.cancel(TrialEntries.DUE, task);
    timers.cancel(TrialEntries.BACK, task);
  }

  /** Asks again later where a payment is on its way. */
  void due(TaskId task) {
    work.dropUnfunded(task).ifPresent(again -> timers.at(again, TrialEntries.DUE, task.toString()));
  }

  /** Asks again later where the assistant has been at work. */
  void back(TaskId task) {
    work.lapse(task).ifPresent(again -> timers.at(again, TrialEntries.BACK, task.toString()));
  }
}
