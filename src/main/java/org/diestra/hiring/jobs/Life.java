package org.diestra.hiring.jobs;

import java.time.Clock;
import java.time.Instant;
import org.diestra.hiring.jobs.Job.Closed;
import org.diestra.hiring.jobs.Job.Draft;
import org.diestra.hiring.jobs.Job.InReview;
import org.diestra.hiring.jobs.Job.Open;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a client does with a job that is out: pause, resume, renew, close, pay more. */
@Service
class Life {
  private final JobStore store;
  private final EditionStore editions;
  private final Moves moves;
  private final Bidding bidding;
  private final Expiry expiry;
  private final JobRules rules;
  private final Clock clock;

  Life(
      JobStore store,
      EditionStore editions,
      Moves moves,
      Bidding bidding,
      Expiry expiry,
      JobRules rules,
      Clock clock) {
    this.store = store;
    this.editions = editions;
    this.moves = moves;
    this.bidding = bidding;
    this.expiry = expiry;
    this.rules = rules;
    this.clock = clock;
  }

  /** Why that can't be done in this stage, and what can. */
  static Refusal impossible(Job job) {
    var stage = job instanceof Paused p && p.by() == Pauser.HOUSE ? "stopped" : job.stage().slug();
    return Refusal.conflict("jobs.impossible." + stage);
  }

  @Transactional
  public Outcome<Job> pause(Viewer viewer, JobId id) {
    var now = clock.instant();
    return switch (Writing.own(store.lock(id), viewer)) {
      case Open open -> moves.keep(open, open.pause(now, Pauser.CLIENT), viewer.id(), "pause");
      case Job other -> Outcome.refused(impossible(other));
    };
  }

  @Transactional
  public Outcome<Job> resume(Viewer viewer, JobId id) {
    var now = clock.instant();
    return switch (Writing.own(store.lock(id), viewer)) {
      case Paused paused when paused.by() != Pauser.HOUSE ->
          moves.keep(paused, paused.resume(now), viewer.id(), "resume");
      case Job other -> Outcome.refused(impossible(other));
    };
  }

  @Transactional
  public Outcome<Job> renew(Viewer viewer, JobId id) {
    var job = Writing.own(store.lock(id), viewer);
    var run = job.clocks();
    if (run == null || job instanceof Closed) {
      return Outcome.refused(impossible(job));
    }
    if (!run.canRenew(rules)) {
      return Outcome.refused(Refusal.conflict("jobs.renew.spent", rules.renewals()));
    }
    return renew(job, expiry.renewed(job, run), viewer, clock.instant());
  }

  private Outcome<Job> renew(Job job, Instant expires, Viewer viewer, Instant now) {
    return switch (job) {
      case Open open -> moves.keep(open, open.renew(now, expires), viewer.id(), "renew");
      case Paused paused -> moves.keep(paused, paused.renew(now, expires), viewer.id(), "renew");
      case Draft _, InReview _, Closed _ -> Outcome.refused(impossible(job));
    };
  }

  @Transactional
  public Outcome<Job> close(Viewer viewer, JobId id, Ending ending) {
    var now = clock.instant();
    return switch (Writing.own(store.lock(id), viewer)) {
      case Open open -> moves.close(open, open.close(now, ending), viewer.id());
      case Paused paused -> moves.close(paused, paused.close(now, ending), viewer.id());
      case Job other -> Outcome.refused(impossible(other));
    };
  }

  /** Takes a job back from review, to go on writing. */
  @Transactional
  public Outcome<Job> takeBack(Viewer viewer, JobId id) {
    return switch (Writing.own(store.lock(id), viewer)) {
      case InReview held -> {
        editions.rename(id, held.post().edition(), EditionStore.WORKING);
        yield moves.keep(held, held.takeBack(), viewer.id(), "take-back");
      }
      case Job other -> Outcome.refused(impossible(other));
    };
  }

  /** Changes the ceilings: up at any time, down or to another currency only without live bids. */
  @Transactional
  public Outcome<Job> pay(Viewer viewer, JobId id, Pay pay) {
    var job = Writing.own(store.lock(id), viewer);
    if (!(job instanceof Open) && !(job instanceof Paused)) {
      return Outcome.refused(impossible(job));
    }
    var before = editions.find(id, job.post().edition()).flatMap(Sketch::complete).orElseThrow();
    var refused = moves.refusesPay(id, before.pay(), pay);
    if (refused != null) {
      return Outcome.refused(refused);
    }
    editions.put(
        id, job.post().edition(), Sketch.of(before).withPay(pay), viewer.id(), clock.instant());
    editions
        .find(id, EditionStore.WORKING)
        .ifPresent(copy ->
            editions.put(
                id, EditionStore.WORKING, copy.withPay(pay), viewer.id(), clock.instant()));
    if (pay.isRaiseOf(before.pay())) {
      bidding.raised(id);
    }
    var acted = job instanceof Open open ? open.acted(clock.instant()) : job;
    return moves.keep(job, acted, viewer.id(), "pay");
  }
}
