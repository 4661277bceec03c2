package org.diestra.work.trials;

import java.time.Clock;
import java.util.List;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.Bids;
import org.diestra.hiring.tryouts.Scores;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.TrialOffers;
import org.diestra.work.tasks.TrialWork;
import org.diestra.work.trials.Trial.Requested;
import org.diestra.work.trials.Trial.Signed;
import org.diestra.work.trials.TrialStore.Scored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a paid trial that was asked for. Each verb locks it, and refuses with 409 what
 * can't be done at its stage, and what was decided on a page that is no longer true.
 */
@Service
class Trials {
  private final TrialStore store;
  private final TrialOffers offers;
  private final TrialWork work;
  private final TrialTimes times;
  private final TrialNotices notices;
  private final Bids bids;
  private final Jobs jobs;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Trials(
      TrialStore store,
      TrialOffers offers,
      TrialWork work,
      TrialTimes times,
      TrialNotices notices,
      Bids bids,
      Jobs jobs,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.offers = offers;
    this.work = work;
    this.times = times;
    this.notices = notices;
    this.bids = bids;
    this.jobs = jobs;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none, or it is not for this viewer
   */
  @Transactional(readOnly = true)
  public Scored seen(Viewer viewer, TrialId id) {
    var found = store.find(id).orElseThrow(NotFound::new);
    if (!bidder(viewer, found)) {
      viewer.requireHiresFor(found.trial().facts().organisation());
    }
    return found;
  }

  static boolean bidder(Viewer viewer, Scored it) {
    return it.trial().facts().person().equals(viewer.id());
  }

  /** The bidder's signature: the contract stands, and its one task with it. */
  @Transactional
  public Outcome<ContractId> accept(Viewer by, TrialId id, int version, String signature) {
    var found = ofBidder(by, id);
    if (!(found.trial() instanceof Requested asked)) {
      return Outcome.refused(impossible(found));
    }
    var facts = asked.facts();
    if (facts.version() != version) {
      return Outcome.refused(Refusal.conflict("trials.moved"));
    }
    if (bids.undecided(List.of(facts.bid())).isEmpty()) {
      return Outcome.refused(Refusal.conflict("trials.bid-over"));
    }
    var job = jobs.terms(facts.job());
    if (job.stopped() || job.hidden()) {
      return Outcome.refused(Refusal.conflict("trials.job-stopped"));
    }
    if (!work.served(job.organisation(), by.id(), facts.price().currency())) {
      return Outcome.refused(Refusal.conflict("trials.no-money"));
    }
    return switch (offers.accept(by, facts.offer(), signature)) {
      case Outcome.Refused<ContractId>(var why) -> Outcome.refused(why);
      case Outcome.Done<ContractId>(var contract) -> {
        var title = offers.text(facts.offer()).terms().title();
        var task =
            work.begin(
                contract,
                new TrialWork.Wanted(
                    title,
                    facts.what(),
                    facts.criteria(),
                    facts.price(),
                    facts.dueAt(),
                    facts.zone()));
        var next = asked.accept(new Signed(contract, task), clock.instant());
        keep(asked, next, "accept", by.id());
        times.signed(next, offers.trial(facts.offer()));
        yield Outcome.done(contract);
      }
    };
  }

  /** The bidder will not, and says why. */
  @Transactional
  public Outcome<TrialId> decline(Viewer by, TrialId id, int version, String reason) {
    var found = ofBidder(by, id);
    if (!(found.trial() instanceof Requested asked)) {
      return Outcome.refused(impossible(found));
    }
    if (asked.facts().version() != version) {
      return Outcome.refused(Refusal.conflict("trials.moved"));
    }
    offers.decline(by, asked.facts().offer());
    keep(asked, asked.decline(reason, clock.instant()), "decline", by.id());
    return Outcome.done(id);
  }

  /** The client no longer wants it; nobody has signed it yet. */
  @Transactional
  public Outcome<TrialId> withdraw(Viewer by, TrialId id, int version) {
    var found = ofTeam(by, id);
    if (!(found.trial() instanceof Requested asked)) {
      return Outcome.refused(impossible(found));
    }
    if (asked.facts().version() != version) {
      return Outcome.refused(Refusal.conflict("trials.moved"));
    }
    offers.withdraw(by, asked.facts().offer());
    keep(asked, asked.withdraw(clock.instant()), "withdraw", by.id());
    jobs.acted(asked.facts().job());
    return Outcome.done(id);
  }

  /** What the client thinks of it; may be put right. */
  @Transactional
  public Outcome<TrialId> score(Viewer by, TrialId id, int version, Scores scores) {
    var found = ofTeam(by, id);
    var trial = found.trial();
    if (!(trial instanceof Trial.Submitted || trial instanceof Trial.Paid)) {
      return Outcome.refused(impossible(found));
    }
    if (trial.facts().version() != version) {
      return Outcome.refused(Refusal.conflict("trials.moved"));
    }
    store.score(trial, scores, clock.instant());
    audit.record(deed("score", trial).by(by.id().value()));
    if (found.scores() == null) {
      notices.scored(trial, title(trial));
    }
    jobs.acted(trial.facts().job());
    return Outcome.done(id);
  }

  /** Nobody answered in time. Asking twice, or too early, changes nothing. */
  @Transactional
  public void lapse(TrialId id) {
    house.call(() -> {
      var now = clock.instant();
      if (requested(id) instanceof Requested asked && !asked.facts().answerBy().isAfter(now)) {
        offers.expire(asked.facts().offer());
        keep(asked, asked.expire(now), "expire", null);
      }
      return id;
    });
  }

  /** Its bid came to an end: nobody need answer any more. What was signed goes on. */
  @Transactional
  public void bidOver(BidId bid) {
    house.call(() -> {
      for (var found : store.of(List.of(bid))) {
        if (requested(found.id()) instanceof Requested asked) {
          offers.withdraw(null, asked.facts().offer());
          keep(asked, asked.withdraw(clock.instant()), "bid-over", null);
        }
      }
      return bid;
    });
  }

  private @Nullable Trial requested(TrialId id) {
    return store.lock(id).map(Scored::trial).orElse(null);
  }

  /**
   * Before anything is said of what was sent.
   *
   * @throws NotFound for whoever is not on that side of it
   */
  @Transactional(readOnly = true)
  public void require(Viewer by, TrialId id, boolean bidder) {
    if (bidder(by, seen(by, id)) != bidder) {
      throw new NotFound();
    }
  }

  private Scored ofBidder(Viewer by, TrialId id) {
    var found = store.lock(id).orElseThrow(NotFound::new);
    if (!bidder(by, found)) {
      throw new NotFound();
    }
    return found;
  }

  private Scored ofTeam(Viewer by, TrialId id) {
    var found = store.lock(id).orElseThrow(NotFound::new);
    by.requireHiresFor(found.trial().facts().organisation());
    return found;
  }

  private static Refusal impossible(Scored found) {
    return Refusal.conflict("trials.impossible." + found.trial().state().slug());
  }

  /**
   * @param by null for the house
   */
  private void keep(Requested before, Trial next, String action, @Nullable PersonId by) {
    store.move(next);
    times.answered(before);
    audit.record(
        deed(action, before)
            .by(by == null ? null : by.value())
            .moved(before.state().name(), next.state().name()));
    notices.answered(next, title(next));
  }

  private String title(Trial trial) {
    return jobs.terms(trial.facts().job()).title();
  }

  static Deed deed(String action, Trial trial) {
    return Deed.of("trials", action)
        .onBehalfOf(trial.facts().organisation().value())
        .on("trial", trial.facts().id().value());
  }
}
