package org.diestra.hiring.jobs;

import java.time.Clock;
import java.time.Instant;
import org.diestra.hiring.jobs.Job.Open;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets time pass for a job. What is due is read from the job itself, so a timer that rings twice,
 * late, or for what has become different meanwhile does no harm.
 */
@Component
class JobTimers {
  private final JobStore store;
  private final Moves moves;
  private final JobNotices notices;
  private final Timers timers;
  private final JobRules rules;
  private final Clock clock;

  JobTimers(
      JobStore store, Moves moves, JobNotices notices, Timers timers, JobRules rules, Clock clock) {
    this.store = store;
    this.moves = moves;
    this.notices = notices;
    this.timers = timers;
    this.rules = rules;
    this.clock = clock;
  }

  @Transactional
  public void ring(String key) {
    var now = clock.instant();
    store.lock(JobId.of(key)).ifPresent(job -> pass(job, now));
  }

  private void pass(Job job, Instant now) {
    var next = job.next(rules);
    if (next.isEmpty()) {
      return;
    }
    if (next.get().at().isAfter(now)) {
      timers.at(next.get().at(), Moves.TIMER, key(job));
      return;
    }
    switch (job) {
      case Open open -> pass(open, next.get(), now);
      case Paused paused -> expire(paused, paused.close(now, Ending.EXPIRED));
      default -> throw new IllegalStateException("nothing is due for " + job.stage());
    }
  }

  private void pass(Open open, Due due, Instant now) {
    switch (due.kind()) {
      case FIRST_WARNING, SECOND_WARNING -> {
        moves.keep(open, open.warned(), null, "warn");
        notices.quiet(open, open.run().actedAt().plus(rules.pauseAfter()));
      }
      case FALL_SILENT -> {
        var paused = open.pause(now, Pauser.SILENCE);
        moves.keep(open, paused, null, "fall-silent");
        notices.fellSilent(paused, paused.next(rules).orElseThrow().at());
      }
      case EXPIRE -> expire(open, open.close(now, Ending.EXPIRED));
    }
  }

  private void expire(Job before, Job.Closed after) {
    moves.close(before, after, null);
    notices.expired(after);
  }

  private static String key(Job job) {
    return job.id().toString();
  }
}
