package org.diestra.hiring.proposals;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidForm.Origin;
import org.diestra.hiring.screening.Screened;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an assistant does with the own bid for a job. Each verb locks the job, then the round of its
 * bids, so that neither a closing nor another bid comes in between.
 */
@Service
class OwnBids {
  /** Live bids one person may have at once; it can't be bought. */
  static final int MOST = 15;

  private final Jobs jobs;
  private final Talent talent;
  private final RoundStore rounds;
  private final BidStore bids;
  private final VersionStore versions;
  private final BidFiles files;
  private final BidScreen screen;
  private final BidMoves moves;
  private final BidDeadlines deadlines;
  private final BidNotices notices;
  private final Clock clock;

  /**
   * What goes out.
   *
   * @param found by the operator's rules
   * @param key of the page that it comes from
   */
  private record Sending(BidContent said, Screened found, String key) {}

  OwnBids(
      Jobs jobs,
      Talent talent,
      RoundStore rounds,
      BidStore bids,
      VersionStore versions,
      BidFiles files,
      BidScreen screen,
      BidMoves moves,
      BidDeadlines deadlines,
      BidNotices notices,
      Clock clock) {
    this.jobs = jobs;
    this.talent = talent;
    this.rounds = rounds;
    this.bids = bids;
    this.versions = versions;
    this.files = files;
    this.screen = screen;
    this.moves = moves;
    this.deadlines = deadlines;
    this.notices = notices;
    this.clock = clock;
  }

  /** Keeps the page as it was left, unfinished as it may be; only while it can still be sent. */
  @Transactional
  Outcome<Bid> keep(PersonId person, JobId job, BidForm typed) {
    rounds.lock(job);
    var mine = bids.own(job, person);
    var bid = mine.isPresent() ? mine.get() : begin(person, jobs.terms(job));
    if (!(bid.stage() instanceof Stage.Sendable)) {
      return refusedAt(bid);
    }
    versions.keep(bid.id(), typed);
    files.hold(bid, person, typed.files());
    return Outcome.done(bid);
  }

  /** The same, read by the operator's rules here. */
  @Transactional
  Outcome<Bid> send(PersonId person, JobId id, BidContent said, Origin from) {
    return send(person, id, said, screen.read(said), from);
  }

  /**
   * Sends a bid, or a new version of one that stands.
   *
   * @param found by the operator's rules
   * @param from the page it comes from: the same page, sent again, changes nothing
   */
  @Transactional
  Outcome<Bid> send(PersonId person, JobId id, BidContent said, Screened found, Origin from) {
    var job = jobs.lockForBid(id);
    var round = rounds.lock(id);
    var mine = bids.own(id, person);
    var bid = mine.isPresent() ? mine.get() : begin(person, job);
    if (versions.sentFrom(bid.id(), from.key())) {
      return Outcome.done(bid);
    }
    if (bid.version() != from.version()) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.version"));
    }
    if (from.edition() != job.edition()) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.edition"));
    }
    if (!job.terms().pay().allows(said.unit(), said.price())) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.misfit"));
    }
    var sending = new Sending(said, found, from.key());
    var blocked = found.refusal();
    if (blocked.isPresent()) {
      return Outcome.refused(blocked.get());
    }
    return switch (bid.stage()) {
      case Stage.Sendable stage -> first(bid, stage, job, round, sending);
      case Stage.Standing stage -> done(revise(bid, bid, sending, "revise"));
      case Stage.Stale stale -> done(confirmed(bid, stale, round, sending));
      default -> refusedAt(bid);
    };
  }

  /** Agrees to the job as it is now, with the bid as it is. */
  @Transactional
  Outcome<Bid> confirm(PersonId person, JobId id, int edition) {
    var job = jobs.lockForBid(id);
    var round = rounds.lock(id);
    var bid = own(person, id);
    if (!(bid.stage() instanceof Stage.Stale stale)) {
      return refusedAt(bid);
    }
    var said = versions.current(bid).orElseThrow();
    if (edition != job.edition()) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.edition"));
    }
    if (!fits(said, job)) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.misfit"));
    }
    var key = "confirm-" + job.edition() + "-" + bid.version();
    var sending = new Sending(said.answering(edition), screen.read(said), key);
    return done(confirmed(bid, stale, round, sending));
  }

  @Transactional
  Outcome<Bid> withdraw(PersonId person, JobId job) {
    own(person, job); // or there is nothing to lock, not even the job
    var round = rounds.lock(job);
    var bid = own(person, job);
    var now = clock.instant();
    return switch (bid.stage()) {
      case Stage.Standing stage -> withdrawn(bid, stage.withdraw(now), round, now);
      case Stage.Stale stage -> withdrawn(bid, stage.withdraw(now), round, now);
      default -> refusedAt(bid);
    };
  }

  /** Sends once more what was withdrawn, as it was. */
  @Transactional
  Outcome<Bid> sendAgain(PersonId person, JobId id) {
    var bid = own(person, id);
    if (!(bid.stage() instanceof Stage.Withdrawn)) {
      return refusedAt(bid);
    }
    var said = versions.current(bid).orElseThrow();
    var from = new Origin("again-" + bid.version(), bid.version(), bid.edition());
    return send(person, id, said, from);
  }

  Optional<Bid> find(PersonId person, JobId job) {
    return bids.own(job, person);
  }

  private Outcome<Bid> first(
      Bid bid, Stage.Sendable stage, JobTerms job, Round round, Sending sending) {
    if (!job.takesBids()) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.job"));
    }
    if (!talent.readyToBid(bid.person())) {
      return Outcome.refused(Refusal.conflict("proposals.conflict.profile"));
    }
    bids.lock(bid.person());
    if (bids.countLive(bid.person()) >= MOST) {
      return Outcome.refused(Refusal.limit("proposals.most", MOST));
    }
    var next = stage.send(moves.placeFree(bid.job(), round), clock.instant());
    var sent = revise(bid, bid.sent(bids.nextNumber(bid.job()), next), sending, "send");
    if (next instanceof Stage.Submitted) {
      notices.arrived(sent, sending.said());
    }
    return Outcome.done(sent);
  }

  /** One that waits may find that a place has become free meanwhile. */
  private Bid confirmed(Bid bid, Stage.Stale stale, Round round, Sending sending) {
    var now = clock.instant();
    var back = bid.at(stale.confirm()).notBefore(deadlines.leastToDecide(now));
    var confirmed = revise(bid, back, sending, "confirm");
    return moves.fill(bid.job(), round, now).stream()
        .filter(promoted -> promoted.id().equals(bid.id()))
        .findFirst()
        .orElse(confirmed);
  }

  private Bid revise(Bid was, Bid next, Sending sending, String action) {
    var said = sending.said();
    var revised = moves.make(was, next.saying(said.edition()), action, was.person());
    versions.add(revised, said, sending.key(), clock.instant());
    screen.flag(revised, sending.found());
    files.hold(revised, was.person(), said.files().stream().map(Object::toString).toList());
    return revised;
  }

  private Outcome<Bid> withdrawn(Bid bid, Stage.Withdrawn stage, Round round, Instant now) {
    var next = moves.make(bid, bid.at(stage), "withdraw", bid.person());
    moves.fill(bid.job(), round, now);
    return done(next);
  }

  private Bid begin(PersonId person, JobTerms job) {
    var now = clock.instant();
    var bid =
        new Bid(
            new BidId(Ids.fresh()),
            job.id(),
            job.organisation(),
            person,
            0,
            new Stage.Draft(now),
            0,
            0,
            null,
            null,
            null);
    bids.add(bid, now);
    return bid;
  }

  private Bid own(PersonId person, JobId job) {
    return bids.own(job, person).orElseThrow(NotFound::new);
  }

  private static boolean fits(BidContent said, JobTerms job) {
    return job.terms().pay().allows(said.unit(), said.price())
        && job.questions().stream()
            .allMatch(q -> !said.answers().getOrDefault(q.key(), "").isBlank());
  }

  private static Outcome<Bid> done(Bid bid) {
    return Outcome.done(bid);
  }

  /** It has moved on; the reason says where it stands now. */
  static <T> Outcome<T> refusedAt(Bid bid) {
    return Outcome.refused(Bids.why(bid));
  }
}
