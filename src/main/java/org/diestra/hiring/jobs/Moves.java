package org.diestra.hiring.jobs;

import java.time.Clock;
import org.diestra.hiring.jobs.Job.Closed;
import org.diestra.hiring.jobs.Job.Open;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What goes with each move of a job, in its transaction: the row, the record, the next timer, the
 * index, the bidders, the news.
 */
@Component
class Moves {
  /** Rings for a job's id whenever something may be due; see {@link JobTimers}. */
  static final String TIMER = "jobs:pass";

  private final JobStore store;
  private final JobIndex index;
  private final JobNotices notices;
  private final Bidding bidding;
  private final Audit audit;
  private final Timers timers;
  private final ApplicationEventPublisher events;
  private final JobRules rules;
  private final Clock clock;

  Moves(
      JobStore store,
      JobIndex index,
      JobNotices notices,
      Bidding bidding,
      Audit audit,
      Timers timers,
      ApplicationEventPublisher events,
      JobRules rules,
      Clock clock) {
    this.store = store;
    this.index = index;
    this.notices = notices;
    this.bidding = bidding;
    this.audit = audit;
    this.timers = timers;
    this.events = events;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * @param by who did it, or null for the house
   */
  Outcome<Job> keep(Job before, Job after, @Nullable PersonId by, String action) {
    var kept = move(before, after, by, action);
    if (before.post().edition() == 0 && after instanceof Open
        || before.stage() == Stage.IN_REVIEW && after instanceof Open) {
      events.publishEvent(new JobPosted(kept.id()));
    } else if (kept.clocks() != null) {
      events.publishEvent(new JobChanged(kept.id(), kept.post().edition()));
    }
    return Outcome.done(kept);
  }

  Outcome<Job> close(Job before, Closed after, @Nullable PersonId by) {
    var kept = move(before, after, by, "close");
    bidding.closed(kept.id(), after.ending());
    events.publishEvent(new JobClosed(kept.id(), after.ending()));
    return Outcome.done(kept);
  }

  /**
   * @param why the message that tells the client
   */
  void suspend(Job before, Paused after, String why) {
    keep(before, after, null, "suspend");
    notices.suspended(after, why);
  }

  /** Why those ceilings can't take the place of the others, or null where they can. */
  @Nullable Refusal refusesPay(JobId job, Pay before, Pay after) {
    int live = after.covers(before) ? 0 : bidding.live(job);
    return live == 0 ? null : Refusal.invalid("hourly", "jobs.pay.only-up", live);
  }

  private Job move(Job before, Job after, @Nullable PersonId by, String action) {
    var kept = store.save(after, clock.instant());
    audit.record(
        Deed.of("jobs", action)
            .on("job", kept.id().value())
            .onBehalfOf(kept.post().client().value())
            .by(by == null ? null : by.value())
            .moved(before.stage().name(), kept.stage().name())
            .with("edition", kept.post().edition()));
    kept.next(rules).ifPresent(due -> timers.at(due.at(), TIMER, kept.id().toString()));
    index.refresh(kept.id());
    return kept;
  }
}
