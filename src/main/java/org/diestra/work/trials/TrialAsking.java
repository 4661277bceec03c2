package org.diestra.work.trials;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.jobs.Stage;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.BidTerms;
import org.diestra.hiring.proposals.Bids;
import org.diestra.hiring.screening.Place;
import org.diestra.hiring.screening.Screening;
import org.diestra.hiring.tryouts.Slices;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Deadline;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.Offer;
import org.diestra.work.contracts.TrialOffers;
import org.diestra.work.contracts.TrialTerms;
import org.diestra.work.tasks.TrialWork;
import org.diestra.work.trials.Trial.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A client asks whoever bid for a paid trial, and signs it in the same step. */
@Service
class TrialAsking {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** Requests of one bid within a week; each is mailed. */
  private static final int A_WEEK = 3;

  /** What did not move for so long takes no place of its job any more. */
  private static final Duration FORGOTTEN = Duration.ofDays(60);

  private final TrialStore store;
  private final TrialRules rules;
  private final TrialPapers papers;
  private final TrialOffers offers;
  private final TrialWork work;
  private final TrialNotices notices;
  private final Bids bids;
  private final Jobs jobs;
  private final Slices slices;
  private final Screening screening;
  private final Exchange exchange;
  private final Accounts accounts;
  private final Timers timers;
  private final Audit audit;
  private final Clock clock;

  TrialAsking(
      TrialStore store,
      TrialRules rules,
      TrialPapers papers,
      TrialOffers offers,
      TrialWork work,
      TrialNotices notices,
      Bids bids,
      Jobs jobs,
      Slices slices,
      Screening screening,
      Exchange exchange,
      Accounts accounts,
      Timers timers,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.rules = rules;
    this.papers = papers;
    this.offers = offers;
    this.work = work;
    this.notices = notices;
    this.bids = bids;
    this.jobs = jobs;
    this.slices = slices;
    this.screening = screening;
    this.exchange = exchange;
    this.accounts = accounts;
    this.timers = timers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Answer {
    record Sent(TrialId id) implements Answer {}

    /** It was held back, and the job waits for an operator. */
    record Stopped() implements Answer {}
  }

  /**
   * The bid, for whoever hires for its client.
   *
   * @throws NotFound for everybody else
   */
  BidTerms own(Viewer viewer, BidId bid) {
    var on = bids.terms(bid);
    viewer.requireHiresFor(on.organisation());
    return on;
  }

  /** Why none can be asked for on that bid now; empty where one can. */
  @Transactional(readOnly = true)
  public Optional<Refusal> closed(JobTerms job, BidId bid) {
    if (job.stopped() || job.hidden()) {
      return Optional.of(Refusal.conflict("trials.ask.stopped"));
    }
    if (job.stage() != Stage.OPEN && job.stage() != Stage.PAUSED) {
      return Optional.of(Refusal.conflict("trials.ask.closed"));
    }
    if (!work.served(job.organisation(), bids.terms(bid).person(), job.currency())) {
      return Optional.of(Refusal.conflict("trials.ask.no-money"));
    }
    if (store.live(bid).isPresent()) {
      return Optional.of(Refusal.conflict("trials.ask.live"));
    }
    if (!bids.interviewable(bid)) {
      return Optional.of(Refusal.conflict("trials.ask.not-kept"));
    }
    var now = clock.instant();
    if (store.asked(bid, now.minus(WEEK)) >= A_WEEK) {
      return Optional.of(Refusal.conflict("trials.ask.often", A_WEEK));
    }
    return store.live(job.id(), now.minus(FORGOTTEN)) < rules.atOnce()
        ? Optional.empty()
        : Optional.of(Refusal.conflict("trials.ask.many", rules.atOnce()));
  }

  /** The most it may cost: by the hour what the client published, and by the operator's rule. */
  Optional<Money> ceiling(JobTerms job, PayUnit unit, int hours) {
    var hourly = Optional.ofNullable(job.maxHourly()).map(most -> times(most, hours));
    var perTask = Optional.ofNullable(job.maxPerTask());
    var published = unit == PayUnit.HOUR ? hourly.or(() -> perTask) : perTask.or(() -> hourly);
    var house = rules.most(job.currency(), exchange);
    return published.isPresent() && house.isPresent()
        ? Optional.of(Collections.min(List.of(published.get(), house.get())))
        : published.or(() -> house);
  }

  private static Money times(Money rate, int hours) {
    return rate.times(BigDecimal.valueOf(hours), RoundingMode.UNNECESSARY);
  }

  @Transactional
  public Outcome<Answer> ask(Viewer by, BidId bid, Draft draft, String signature) {
    var on = own(by, bid);
    slices.lock(on.organisation()); // before the job's row, which is locked harder when stopped
    var job = jobs.lockForBid(on.job());
    if (!bids.heldInterviewable(bid)) {
      return Outcome.refused(Refusal.conflict("trials.ask.not-kept"));
    }
    var why = closed(job, bid).or(() -> tooMuch(job, on, draft)).or(() -> screened(draft));
    if (why.isPresent()) {
      return Outcome.refused(why.get());
    }
    if (slices.stopped(by, on.organisation(), on.job(), draft.what(), on.person())) {
      return Outcome.done(new Answer.Stopped());
    }
    if (bids.unnamed(bid).isPresent()
        && bids.interviewing(bid, by.id()) instanceof Outcome.Refused<BidTerms>(var refusal)) {
      return Outcome.refused(refusal); // the paper names both, so they have met
    }
    return Outcome.done(new Answer.Sent(send(by, on, job, draft, signature)));
  }

  private Optional<Refusal> tooMuch(JobTerms job, BidTerms on, Draft draft) {
    if (draft.hours() > rules.hours()) {
      return Optional.of(Refusal.invalid("hours", "trials.hours.wrong", 1, rules.hours()));
    }
    var most = ceiling(job, on.unit(), draft.hours());
    if (most.isEmpty()) {
      return Optional.of(Refusal.invalid("price", "trials.price.unknown"));
    }
    if (draft.price().isMoreThan(most.get())) {
      return Optional.of(Refusal.invalid("price", "trials.price.above", most.get()));
    }
    return rules
        .least(draft.hours(), job.currency(), exchange)
        .map(least -> Collections.min(List.of(least, most.get())))
        .filter(least -> least.isMoreThan(draft.price()))
        .map(least -> Refusal.invalid("price", "trials.price.below", least));
  }

  private Optional<Refusal> screened(Draft draft) {
    var texts = Map.of("what", draft.what(), "criteria", String.join("\n", draft.criteria()));
    return screening.read(Place.JOB, texts).refusal();
  }

  private TrialId send(Viewer by, BidTerms on, JobTerms job, Draft draft, String signature) {
    var now = clock.instant();
    var zones = List.of(by.zone(), accounts.contact(on.person()).orElseThrow(NotFound::new).zone());
    var dueAt = Deadline.of(draft.dueOn(), zones);
    var zone = Deadline.zone(dueAt, zones);
    var answerBy = Collections.min(List.of(now.plus(Offer.LIVES), dueAt.minus(DAY)));
    var terms = papers.terms(job, draft, rules.reviewDays(), today(now));
    var frozen = new TrialTerms(draft.hours(), dueAt, zone, rules.graceDays());
    var offer = offers.make(by, on, terms, frozen, signature, answerBy);
    var facts =
        new Facts(
            new TrialId(Ids.fresh()),
            on.job(),
            on.id(),
            on.organisation(),
            on.person(),
            offer,
            draft.what(),
            draft.criteria(),
            draft.hours(),
            draft.price(),
            dueAt,
            zone,
            answerBy,
            1);
    var trial = new Trial.Requested(facts, now);
    store.add(trial);
    timers.at(answerBy, TrialEntries.ANSWER, facts.id().toString());
    audit.record(
        Deed.of("trials", "request")
            .by(by.id().value())
            .onBehalfOf(on.organisation().value())
            .on("trial", facts.id().value())
            .moved(null, trial.state().name()));
    notices.requested(trial, job.title());
    jobs.acted(on.job());
    return facts.id();
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
