package org.diestra.work.contracts;

import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.diestra.hiring.fees.Fees;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.Bids;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.Offer.Facts;
import org.diestra.work.contracts.OfferStore.Signature;
import org.diestra.work.contracts.OfferStore.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to offers. Whoever sends an offer or a counter-offer signs it in the same step, so the
 * other side's acceptance is the second signature and the contract stands at once. Each verb locks
 * the offer: of two answers at once the first counts and the second is told what happened.
 */
@Service
public class Offers {
  private final OfferStore store;
  private final Contracts contracts;
  private final Bids bids;
  private final Jobs jobs;
  private final Parties parties;
  private final Fees fees;
  private final ObjectProvider<OfferNote> notes; // of modules that have money
  private final ContractNotices notices;
  private final Timers timers;
  private final Audit audit;
  private final Clock clock;

  Offers(
      OfferStore store,
      Contracts contracts,
      Bids bids,
      Jobs jobs,
      Parties parties,
      Fees fees,
      ObjectProvider<OfferNote> notes,
      ContractNotices notices,
      Timers timers,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.contracts = contracts;
    this.bids = bids;
    this.jobs = jobs;
    this.parties = parties;
    this.fees = fees;
    this.notes = notes;
    this.notices = notices;
    this.timers = timers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What the author of a version says besides its terms.
   *
   * @param note to the other side, or null
   * @param signature the author's name, typed as a signature
   */
  public record Signing(@Nullable String note, String signature) {}

  /** Makes the client's offer on a bid and signs it. */
  @Transactional
  public Outcome<OfferId> make(
      Viewer by, BidId bid, Terms terms, StatusCheck check, Signing signing) {
    var on = bids.terms(bid);
    by.requireHiresFor(on.organisation());
    var dear = tooDear(terms, on.job());
    if (dear.isPresent()) {
      return Outcome.refused(dear.get());
    }
    return switch (bids.offered(bid, by.id())) {
      case Outcome.Refused<?>(var why) -> Outcome.refused(why);
      case Outcome.Done<?> done -> {
        var now = clock.instant();
        var facts =
            new Facts(
                new OfferId(Ids.fresh()),
                on.job(),
                bid,
                on.organisation(),
                by.id(),
                on.person(),
                1,
                Side.CLIENT,
                now.plus(Offer.LIVES));
        var offer = new Offer.Open(facts);
        store.add(offer, check, now);
        write(offer, by, terms, signing, now);
        audit.record(deed("offer", facts).by(by.id().value()).moved(null, offer.state()));
        notices.offered(offer, terms.title());
        yield Outcome.done(facts.id());
      }
    };
  }

  /** Answers the version that was seen with another one, signed by its author. */
  @Transactional
  public Outcome<OfferId> counter(Viewer by, OfferId id, int seen, Terms terms, Signing signing) {
    var offer = lock(by, id);
    if (!(offer instanceof Offer.Open open)) {
      return Outcome.refused(Refusal.conflict("contracts.offer.over"));
    }
    var dear = tooDear(terms, open.facts().job());
    if (dear.isPresent()) {
      return Outcome.refused(dear.get());
    }
    return switch (open.counter(sideOf(by, open), seen, clock.instant())) {
      case Outcome.Refused<Offer.Open>(var why) -> Outcome.refused(why);
      case Outcome.Done<Offer.Open>(var next) -> {
        var now = clock.instant();
        moved(open, next, by, now);
        write(next, by, terms, signing, now);
        notices.offered(next, terms.title());
        yield Outcome.done(id);
      }
    };
  }

  /** The second signature: the contract stands. The bid has won, and the job is filled. */
  @Transactional
  public Outcome<ContractId> accept(Viewer by, OfferId id, int seen, String signature) {
    var offer = lock(by, id);
    if (!(offer instanceof Offer.Open open)) {
      return Outcome.refused(Refusal.conflict("contracts.offer.over"));
    }
    return switch (open.accept(sideOf(by, open), seen, clock.instant())) {
      case Outcome.Refused<Offer.Accepted>(var why) -> Outcome.refused(why);
      case Outcome.Done<Offer.Accepted>(var accepted) -> {
        if (changed(current(open))) {
          yield Outcome.refused(Refusal.conflict("contracts.offer.changed"));
        }
        yield switch (bids.won(open.facts().bid(), by.id())) {
          case Outcome.Refused<?>(var why) -> Outcome.refused(why);
          case Outcome.Done<?> won -> Outcome.done(stand(open, accepted, by, signature));
        };
      }
    };
  }

  /** How it would be paid is not what the first signature was given for. */
  private boolean changed(Version version) {
    var paper = version.paper();
    return !Objects.equals(directDays(paper.terms().pay().currency()), paper.directDays());
  }

  private @Nullable Integer directDays(Currency currency) {
    return notes.stream()
        .flatMap(note -> note.directDays(currency).stream())
        .findFirst()
        .orElse(null);
  }

  private ContractId stand(Offer.Open open, Offer.Accepted accepted, Viewer by, String signature) {
    var now = clock.instant();
    var version = current(open);
    sign(open, by, version.paper(), signature, now);
    moved(open, accepted, by, now);
    return contracts.stand(accepted, version.paper(), now);
  }

  /** Says no to the version that was seen. The bid is live again. */
  @Transactional
  public Outcome<OfferId> decline(Viewer by, OfferId id, int seen) {
    var offer = lock(by, id);
    if (!(offer instanceof Offer.Open open)) {
      return Outcome.refused(Refusal.conflict("contracts.offer.over"));
    }
    return open.decline(sideOf(by, open), seen, clock.instant())
        .fold(next -> ended(open, next, by), Outcome::refused);
  }

  /** Takes one's own version back before it is answered. */
  @Transactional
  public Outcome<OfferId> withdraw(Viewer by, OfferId id, int seen) {
    var offer = lock(by, id);
    if (!(offer instanceof Offer.Open open)) {
      return Outcome.refused(Refusal.conflict("contracts.offer.over"));
    }
    return open.withdraw(sideOf(by, open), seen)
        .fold(next -> ended(open, next, by), Outcome::refused);
  }

  /** Nobody answered in time. Asking twice, or too early, changes nothing. */
  @Transactional
  void expire(OfferId id) {
    if (store.lock(id).orElse(null) instanceof Offer.Open open && open.lapsed(clock.instant())) {
      var next = open.expire();
      store.move(open, next, clock.instant());
      bids.offerGone(open.facts().bid(), null);
      audit.record(deed("expire", open.facts()).moved(open.state(), next.state()));
      notices.expired(open, current(open).paper().title());
    }
  }

  /**
   * Which side of the offer this person is on.
   *
   * @throws NotFound if on none
   */
  Side sideOf(Viewer viewer, Offer offer) {
    if (viewer.id().equals(offer.facts().assistant())) {
      return Side.ASSISTANT;
    }
    viewer.requireHiresFor(offer.facts().organisation());
    return Side.CLIENT;
  }

  private Outcome<OfferId> ended(Offer.Open open, Offer next, Viewer by) {
    moved(open, next, by, clock.instant());
    bids.offerGone(open.facts().bid(), by.id());
    notices.ended(open, next, sideOf(by, open), current(open).paper().title());
    return Outcome.done(open.facts().id());
  }

  private Offer lock(Viewer by, OfferId id) {
    var offer = store.lock(id).orElseThrow(NotFound::new);
    sideOf(by, offer);
    return offer;
  }

  private void moved(Offer.Open open, Offer next, Viewer by, Instant now) {
    store.move(open, next, now);
    audit.record(
        deed("answer", open.facts()).by(by.id().value()).moved(open.state(), next.state()));
  }

  private void write(Offer.Open offer, Viewer by, Terms terms, Signing signing, Instant now) {
    var facts = offer.facts();
    var paper =
        Paper.of(
            facts.id(),
            facts.version(),
            parties.client(facts),
            parties.assistant(facts),
            terms,
            fees.now(terms.pay().currency()),
            directDays(terms.pay().currency()));
    store.addVersion(
        facts.id(), new Version(facts.version(), facts.author(), paper, signing.note(), now));
    sign(offer, by, paper, signing.signature(), now);
    timers.at(facts.expiresAt(), OfferTimers.EXPIRY, facts.id().toString());
  }

  private void sign(Offer.Open offer, Viewer by, Paper paper, String name, Instant now) {
    var facts = offer.facts();
    store.sign(
        facts.id(),
        new Signature(facts.version(), sideOf(by, offer), by.id(), name, paper.hash(), now));
  }

  private Version current(Offer.Open offer) {
    return store.versions(offer.facts().id()).getLast();
  }

  /** The ceiling that the client published holds for offer and counter-offer alike. */
  private Optional<Refusal> tooDear(Terms terms, JobId job) {
    var asked = jobs.terms(job);
    var hourly = asked.maxHourly();
    var perTask = asked.maxPerTask();
    var hour = terms.pay().hour();
    var task = terms.pay().task();
    if (hour != null && hourly != null && hour.rate().isMoreThan(hourly)) {
      return Optional.of(Refusal.invalid("hourRate", "contracts.terms.above", hourly));
    }
    if (task != null && perTask != null && task.isMoreThan(perTask)) {
      return Optional.of(Refusal.invalid("taskPrice", "contracts.terms.above", perTask));
    }
    return Optional.empty();
  }

  private static Deed deed(String action, Facts facts) {
    return Deed.of("contracts", action)
        .on("offer", facts.id().value())
        .onBehalfOf(facts.organisation().value())
        .with("version", facts.version());
  }
}
