package org.diestra.hiring.proposals;

import java.time.Clock;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a client's hiring team decides about the bids before it. To anybody else a bid is nowhere to
 * be found.
 */
@Service
class Decisions {
  private final Jobs jobs;
  private final RoundStore rounds;
  private final BidStore bids;
  private final NoteStore notes;
  private final BidMoves moves;
  private final BidDeadlines deadlines;
  private final BidNotices notices;
  private final Audit audit;
  private final Clock clock;

  Decisions(
      Jobs jobs,
      RoundStore rounds,
      BidStore bids,
      NoteStore notes,
      BidMoves moves,
      BidDeadlines deadlines,
      BidNotices notices,
      Audit audit,
      Clock clock) {
    this.jobs = jobs;
    this.rounds = rounds;
    this.bids = bids;
    this.notes = notes;
    this.moves = moves;
    this.deadlines = deadlines;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps a bid for a closer look; its author is told. */
  @Transactional
  Outcome<Bid> keep(Viewer by, JobId job, BidId id) {
    open(by, job);
    var bid = known(job, id);
    if (!(bid.stage() instanceof Stage.Submitted stage)) {
      return OwnBids.refusedAt(bid);
    }
    var next = decide(by, bid, stage.keep(clock.instant()), "keep");
    notices.kept(next);
    return Outcome.done(next);
  }

  @Transactional
  Outcome<Bid> letGo(Viewer by, JobId job, BidId id) {
    open(by, job);
    var bid = known(job, id);
    if (!(bid.stage() instanceof Stage.Shortlisted stage)) {
      return OwnBids.refusedAt(bid);
    }
    var now = clock.instant();
    var next = bid.at(stage.letGo(now)).reopened(deadlines.leastToDecide(now));
    return Outcome.done(moves.make(bid, next, "let-go", by.id()));
  }

  /** Says no, with a reason that its author is told; the place goes to whoever waits longest. */
  @Transactional
  Outcome<Bid> decline(Viewer by, JobId job, BidId id, DeclineReason reason) {
    var round = open(by, job);
    var bid = known(job, id);
    if (!(bid.stage() instanceof Stage.Decidable stage)) {
      return OwnBids.refusedAt(bid);
    }
    var next = decide(by, bid, stage.decline(reason, clock.instant()), "decline");
    notices.declined(next, reason);
    moves.fill(job, round, clock.instant());
    return Outcome.done(next);
  }

  /** Takes a no back; the bid stands where it stood, even if its place has been given on. */
  @Transactional
  Outcome<Bid> undoDecline(Viewer by, JobId job, BidId id) {
    open(by, job);
    var bid = known(job, id);
    if (!(bid.stage() instanceof Stage.Declined stage)) {
      return OwnBids.refusedAt(bid);
    }
    if (jobs.terms(job).stage() == org.diestra.hiring.jobs.Stage.CLOSED) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.job"));
    }
    bids.lock(bid.person());
    if (bids.countLive(bid.person()) >= OwnBids.MOST) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.most", OwnBids.MOST));
    }
    var back = bid.at(stage.undo()).reopened(deadlines.leastToDecide(clock.instant()));
    var next = moves.make(bid, back, "undo-decline", by.id());
    notices.reconsidered(next);
    return Outcome.done(next);
  }

  /** Opens the next batch of places, for those who wait. */
  @Transactional
  Outcome<Integer> openBatch(Viewer by, JobId job) {
    var round = open(by, job);
    if (bids.countWaiting(job) == 0) {
      return Outcome.refused(Refusal.conflict("proposals.batch.nobody"));
    }
    var next = round.withNextBatch();
    rounds.change(job, next);
    audit.record(deed(by, job, "open-batch"));
    return Outcome.done(moves.fill(job, next, clock.instant()).size());
  }

  /** Hides names and photos until the interview, or shows them, for the whole team. */
  @Transactional
  void hideNames(Viewer by, JobId job, boolean hide) {
    var round = open(by, job);
    rounds.change(job, round.hiding(hide));
    audit.record(deed(by, job, hide ? "hide-names" : "show-names"));
  }

  /** A member's own words about a bid; an empty text takes them away. */
  @Transactional
  void note(Viewer by, JobId job, BidId id, String text) {
    open(by, job);
    if (!known(job, id).shown()) {
      throw new NotFound();
    }
    notes.write(id, by.id(), text, clock.instant());
  }

  private Bid decide(Viewer by, Bid bid, Stage next, String action) {
    return moves.make(bid, bid.at(next).answered(clock.instant()), action, by.id());
  }

  /** The job's row is locked before its round's, as a bid that comes in does. */
  private Round open(Viewer by, JobId job) {
    by.requireHiresFor(jobs.terms(job).organisation());
    jobs.acted(job);
    return rounds.lock(job);
  }

  /** What was before the client and no longer is, is refused with a reason, not hidden. */
  private Bid known(JobId job, BidId id) {
    return bids.find(id)
        .filter(bid -> bid.job().equals(job) && bid.known())
        .orElseThrow(NotFound::new);
  }

  private static Deed deed(Viewer by, JobId job, String action) {
    return Deed.of("proposals", action).by(by.id().value()).on("job", job.value());
  }
}
