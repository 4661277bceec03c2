package org.diestra.hiring.proposals;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to bids, for the modules that talk about them and make contracts of them. Who may ask is
 * for the caller to decide.
 */
@Service
public class Bids {
  private final Jobs jobs;
  private final RoundStore rounds;
  private final BidStore bids;
  private final VersionStore versions;
  private final BidMoves moves;
  private final BidDeadlines deadlines;
  private final BidNotices notices;
  private final Clock clock;

  Bids(
      Jobs jobs,
      RoundStore rounds,
      BidStore bids,
      VersionStore versions,
      BidMoves moves,
      BidDeadlines deadlines,
      BidNotices notices,
      Clock clock) {
    this.jobs = jobs;
    this.rounds = rounds;
    this.bids = bids;
    this.versions = versions;
    this.moves = moves;
    this.deadlines = deadlines;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * What a contract would begin with.
   *
   * @throws NotFound if there is no such bid, or it was never before the client
   */
  public BidTerms terms(BidId id) {
    return terms(known(id));
  }

  /**
   * Why no contract can be offered on it now, with what became of it; empty where one can. The
   * answer may be another a moment later.
   *
   * @throws NotFound if there is no such bid, or it was never before the client
   */
  public Optional<Refusal> notOfferable(BidId id) {
    var bid = known(id);
    return bid.stage() instanceof Stage.Decidable ? Optional.empty() : Optional.of(why(bid));
  }

  /**
   * The number under which a client who hides names knows a bid's author; empty where the name may
   * be told: names are shown, or the two have met.
   *
   * @throws NotFound if there is no such bid, or it was never before the client
   */
  public OptionalInt unnamed(BidId id) {
    var bid = known(id);
    return rounds.of(bid.job()).blind() && !bid.met()
        ? OptionalInt.of(bid.number())
        : OptionalInt.empty();
  }

  /** That person's bid on that job, if it is before the client. */
  public Optional<BidId> of(JobId job, PersonId person) {
    return bids.own(job, person).filter(Bid::shown).map(Bid::id);
  }

  /** Those of these bids about which nothing has been decided yet. */
  public Set<BidId> undecided(Collection<BidId> ids) {
    return bids.all(ids).stream().filter(Bid::live).map(Bid::id).collect(Collectors.toSet());
  }

  /** How many bids wait for a decision about that job. */
  public int live(JobId job) {
    return bids.countLive(job);
  }

  /** Whether its author can be asked to meet now; the answer may be another a moment later. */
  public boolean interviewable(BidId id) {
    return bids.find(id)
        .filter(bid ->
            bid.stage() instanceof Stage.Shortlisted || bid.stage() instanceof Stage.Interviewing)
        .isPresent();
  }

  /**
   * The same, and nobody moves the bid before the caller's transaction ends.
   *
   * @throws NotFound if there is no such bid, or it was never before the client
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean heldInterviewable(BidId id) {
    var stage = locked(id).stage();
    return stage instanceof Stage.Shortlisted || stage instanceof Stage.Interviewing;
  }

  /**
   * The client asks its author to meet; from then on names are no longer hidden. A bid that is at
   * that stage already stays there.
   *
   * @throws NotFound if there is no such bid, or it was never before the client
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<BidTerms> interviewing(BidId id, PersonId by) {
    var bid = locked(id);
    return switch (bid.stage()) {
      case Stage.Interviewing already -> Outcome.done(terms(bid));
      case Stage.Shortlisted stage -> {
        var now = clock.instant();
        var next = moves.make(bid, bid.at(stage.interview(now)).answered(now), "interview", by);
        yield Outcome.done(terms(next));
      }
      default -> OwnBids.refusedAt(bid);
    };
  }

  /**
   * Puts a bid on offer. One bid of a job at a time: whoever comes second is told so (409).
   *
   * @throws NotFound if there is no such bid, or it was never before the client
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<BidTerms> offered(BidId id, PersonId by) {
    var bid = locked(id);
    if (!(bid.stage() instanceof Stage.Decidable stage)) {
      return Outcome.refused(why(bid));
    }
    if (bids.onOffer(bid.job())) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.other-offer"));
    }
    var now = clock.instant();
    var next = moves.make(bid, bid.at(stage.offer(now)).answered(now), "offer", by);
    return Outcome.done(terms(next));
  }

  /** The offer became a contract. The other bids are lost when the job is marked as filled. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<BidTerms> won(BidId id, PersonId by) {
    var bid = locked(id);
    if (!(bid.stage() instanceof Stage.Offered stage)) {
      return Outcome.refused(why(bid));
    }
    return Outcome.done(terms(moves.make(bid, bid.at(stage.win(clock.instant())), "win", by)));
  }

  /**
   * The offer was declined, taken back, or ran out. The bid stands where it stood, unless the job
   * has changed or ended meanwhile. Safe to repeat.
   *
   * @param by who ended it; null when it ran out
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void offerGone(BidId id, @Nullable PersonId by) {
    var bid = locked(id);
    if (bid.stage() instanceof Stage.Offered stage) {
      var next = moves.make(bid, bid.at(after(stage, bid)), "offer-gone", by);
      if (next.stage() instanceof Stage.Stale stale) {
        notices.outdated(next, notices.title(bid.job()), stale.until());
      }
    }
  }

  private Stage after(Stage.Offered offered, Bid bid) {
    var job = jobs.terms(bid.job());
    var now = clock.instant();
    if (job.stage() == org.diestra.hiring.jobs.Stage.CLOSED) {
      return offered.lose(now);
    }
    return bid.edition() < job.edition()
        ? offered.fallBack().outdate(now, deadlines.confirmBy(now))
        : offered.fallBack();
  }

  /** The job's row is locked before its round's, as a bid that comes in does. */
  private Bid locked(BidId id) {
    var job = known(id).job();
    jobs.acted(job);
    rounds.lock(job);
    return bids.find(id).orElseThrow();
  }

  private Bid known(BidId id) {
    return bids.find(id).filter(Bid::known).orElseThrow(NotFound::new);
  }

  /** It has moved on; the reason says where it stands now, and since when. */
  static Refusal why(Bid bid) {
    return Refusal.conflict("proposals.conflict." + bid.state().slug(), bid.stage().since());
  }

  private BidTerms terms(Bid bid) {
    return BidTerms.of(bid, versions.current(bid).orElseThrow());
  }
}
