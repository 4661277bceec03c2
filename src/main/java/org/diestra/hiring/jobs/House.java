package org.diestra.hiring.jobs;

import java.time.Clock;
import java.util.List;
import org.diestra.hiring.jobs.Job.InReview;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator does with jobs: let out what waits, send back, hide, show again. */
@Service
class House {
  private final JobStore store;
  private final JobQueries queries;
  private final EditionStore editions;
  private final Moves moves;
  private final JobNotices notices;
  private final Expiry expiry;
  private final Clock clock;

  House(
      JobStore store,
      JobQueries queries,
      EditionStore editions,
      Moves moves,
      JobNotices notices,
      Expiry expiry,
      Clock clock) {
    this.store = store;
    this.queries = queries;
    this.editions = editions;
    this.moves = moves;
    this.notices = notices;
    this.expiry = expiry;
    this.clock = clock;
  }

  List<Whole> watched() {
    return queries.watched();
  }

  /** Lets a job out that waits for review, and lets one go on that the house had stopped. */
  @Transactional
  public Outcome<Job> release(JobId id, PersonId operator) {
    var now = clock.instant();
    return switch (store.lock(id).orElseThrow(NotFound::new)) {
      case InReview held -> {
        var out = held.admit(now, expiry.first(held, now));
        yield told(moves.keep(held, out, operator, "admit"));
      }
      case Paused stopped when stopped.by() == Pauser.HOUSE ->
          told(moves.keep(stopped, stopped.resume(now), operator, "release"));
      case Job other -> Outcome.refused(Life.impossible(other));
    };
  }

  private Outcome<Job> told(Outcome<Job> released) {
    notices.released(released.orFail());
    return released;
  }

  /**
   * Gives a job that waits for review back to its client.
   *
   * @param why the operator's words to the client
   */
  @Transactional
  public Outcome<Job> sendBack(JobId id, PersonId operator, String why) {
    return switch (store.lock(id).orElseThrow(NotFound::new)) {
      case InReview held -> {
        editions.rename(id, held.post().edition(), EditionStore.WORKING);
        var back = moves.keep(held, held.takeBack(), operator, "send-back");
        notices.sentBack(back.orFail(), why);
        yield back;
      }
      case Job other -> Outcome.refused(Life.impossible(other));
    };
  }

  /**
   * Hides a job from everybody but its client, whatever stage it is in.
   *
   * @param why the operator's words to the client
   */
  @Transactional
  public Outcome<Job> hide(JobId id, PersonId operator, String why) {
    var job = store.lock(id).orElseThrow(NotFound::new);
    var hidden = moves.keep(job, job.with(job.post().withHidden(why)), operator, "hide");
    notices.hidden(hidden.orFail(), why);
    return hidden;
  }

  @Transactional
  public Outcome<Job> show(JobId id, PersonId operator) {
    var job = store.lock(id).orElseThrow(NotFound::new);
    var shown = moves.keep(job, job.with(job.post().withHidden(null)), operator, "show");
    notices.released(shown.orFail());
    return shown;
  }
}
