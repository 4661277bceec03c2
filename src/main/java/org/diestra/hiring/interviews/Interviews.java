package org.diestra.hiring.interviews;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.diestra.hiring.interviews.Moving.By;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.BidTerms;
import org.diestra.hiring.proposals.Bids;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What two sides do about a meeting: propose times, agree on one, move it, call it off. To anybody
 * else an interview is nowhere to be found.
 */
@Service
class Interviews {
  /** How often times may go back and forth before the two should simply write to each other. */
  static final int MOST_MOVES = 12;

  private final InterviewStore store;
  private final Moving moving;
  private final Notices notices;
  private final Bids bids;
  private final Clock clock;

  Interviews(InterviewStore store, Moving moving, Notices notices, Bids bids, Clock clock) {
    this.store = store;
    this.moving = moving;
    this.notices = notices;
    this.bids = bids;
    this.clock = clock;
  }

  /** Times to meet, with a word to the other side, which may be empty. */
  record Proposal(List<Slot> slots, String words) {
    static final int FEWEST = 2;
    static final int MOST = 5;

    Proposal {
      slots = List.copyOf(slots);
      if (slots.size() < FEWEST
          || slots.size() > MOST
          || slots.stream().map(Slot::minutes).distinct().count() > 1
          || Set.copyOf(slots).size() != slots.size()) {
        throw new IllegalArgumentException("two to five different times of one length");
      }
    }
  }

  /**
   * The client would like to meet whoever wrote this bid. With it names are no longer hidden.
   *
   * @throws NotFound if the bid is not before this person
   */
  @Transactional
  Outcome<InterviewId> propose(Viewer by, BidId id, Proposal proposal) {
    var bid = own(by, id);
    switch (bids.interviewing(id, by.id())) {
      case Outcome.Refused<BidTerms>(var why) -> {
        return Outcome.refused(why);
      }
      case Outcome.Done<BidTerms> done -> {}
    }
    if (store.open(id).isPresent()) {
      return Outcome.refused(Refusal.conflict("interviews.conflict.open"));
    }
    var interview =
        new Interview(
            new InterviewId(Ids.fresh()),
            id,
            bid.job(),
            bid.organisation(),
            bid.person(),
            by.id(),
            Stage.Proposed.by(Side.CLIENT, proposal.slots(), clock.instant()),
            1);
    moving.begin(interview, By.of(Side.CLIENT, by.id(), proposal.words()));
    notices.asked(interview, Side.CLIENT);
    return Outcome.done(interview.id());
  }

  /**
   * Whose turn it is agrees to one of the times.
   *
   * @param seen the version this person decided about
   */
  @Transactional
  Outcome<Interview> pick(Viewer by, InterviewId id, int seen, Slot slot) {
    var interview = locked(by, id);
    var side = side(interview, by);
    if (!(interview.stage() instanceof Stage.Proposed stage)
        || stage.turn() != side
        || interview.version() != seen) {
      return refusedAt(interview);
    }
    if (!stage.slots().contains(slot)) {
      return Outcome.refused(Refusal.invalid("slot", "interviews.slot.choose"));
    }
    if (!slot.start().isAfter(clock.instant())) {
      return Outcome.refused(Refusal.invalid("slot", "interviews.slot.gone"));
    }
    var next =
        moving.make(
            interview,
            stage.pick(slot, clock.instant()),
            Move.Kind.AGREE,
            By.of(side, by.id(), ""));
    notices.agreed(next, side);
    return Outcome.done(next);
  }

  /** Other times: instead of those proposed, or instead of the one that was agreed. */
  @Transactional
  Outcome<Interview> otherTimes(Viewer by, InterviewId id, int seen, Proposal proposal) {
    var interview = locked(by, id);
    var side = side(interview, by);
    if (interview.version() != seen) {
      return refusedAt(interview);
    }
    return switch (interview.stage()) {
      case Stage.Proposed stage when stage.turn() == side ->
          interview.version() >= MOST_MOVES
              ? Outcome.refused(Refusal.limit("interviews.limit.moves"))
              : moved(interview, side, by, proposal, stage);
      case Stage.Scheduled stage -> rescheduled(interview, side, by, proposal, stage);
      default -> refusedAt(interview);
    };
  }

  private Outcome<Interview> moved(
      Interview interview, Side side, Viewer by, Proposal proposal, Stage.Proposed stage) {
    var next =
        moving.make(
            interview,
            stage.counter(proposal.slots(), clock.instant()),
            Move.Kind.COUNTER,
            By.of(side, by.id(), proposal.words()));
    notices.asked(next, side);
    return Outcome.done(next);
  }

  private Outcome<Interview> rescheduled(
      Interview interview, Side side, Viewer by, Proposal proposal, Stage.Scheduled stage) {
    var now = clock.instant();
    if (!stage.slot().start().isAfter(now)) {
      return Outcome.refused(Refusal.conflict("interviews.conflict.begun"));
    }
    if (store.reschedules(interview.id(), side) >= Interview.RESCHEDULES) {
      return Outcome.refused(
          Refusal.conflict("interviews.conflict.reschedules", Interview.RESCHEDULES));
    }
    var next =
        moving.make(
            interview,
            stage.reschedule(side, proposal.slots(), now),
            Move.Kind.RESCHEDULE,
            By.of(side, by.id(), proposal.words()).late(stage.slot().lateAt(now)));
    notices.moved(next, side);
    return Outcome.done(next);
  }

  /** Calls it off, with a word to the other side. */
  @Transactional
  Outcome<Interview> cancel(Viewer by, InterviewId id, int seen, String words) {
    var interview = locked(by, id);
    var side = side(interview, by);
    if (!(interview.stage() instanceof Stage.Open stage) || interview.version() != seen) {
      return refusedAt(interview);
    }
    var now = clock.instant();
    boolean late = stage instanceof Stage.Scheduled(var since, var slot) && slot.lateAt(now);
    var next =
        moving.make(
            interview,
            stage.cancel(side, late, now),
            Move.Kind.CANCEL,
            By.of(side, by.id(), words).late(late));
    notices.cancelled(next, side);
    return Outcome.done(next);
  }

  /**
   * @throws NotFound for anybody but the two sides
   */
  Interview get(Viewer viewer, InterviewId id) {
    var interview = store.find(id).orElseThrow(NotFound::new);
    side(interview, viewer);
    return interview;
  }

  /**
   * The bid, for a member of its client's hiring team.
   *
   * @throws NotFound for anybody else
   */
  BidTerms own(Viewer viewer, BidId id) {
    var bid = bids.terms(id);
    viewer.requireHiresFor(bid.organisation());
    return bid;
  }

  static Side side(Interview interview, Viewer viewer) {
    return interview.side(viewer).orElseThrow(NotFound::new);
  }

  private Interview locked(Viewer by, InterviewId id) {
    var interview = store.lock(id).orElseThrow(NotFound::new);
    side(interview, by);
    return interview;
  }

  /** It stands elsewhere than this person thought; the page that follows shows what can be done. */
  private static Outcome<Interview> refusedAt(Interview interview) {
    return Outcome.refused(Refusal.conflict("interviews.conflict." + interview.state().slug()));
  }
}
