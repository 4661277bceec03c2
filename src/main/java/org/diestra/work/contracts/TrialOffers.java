package org.diestra.work.contracts;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.diestra.hiring.fees.Fees;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.proposals.BidTerms;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.work.contracts.Offer.Facts;
import org.diestra.work.contracts.OfferStore.Signature;
import org.diestra.work.contracts.OfferStore.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to contracts for a trial: one text, signed by the client with the request and by the
 * assistant with the acceptance. Its bid stays where it is and its job stays open. Whether a trial
 * may be asked for, and who may answer, is for the caller to decide; each verb belongs into the
 * caller's transaction.
 */
@Service
public class TrialOffers {
  private static final StatusCheck UNASKED = new StatusCheck(Set.of());
  private final OfferStore store;
  private final Contracts contracts;
  private final ContractStore signed;
  private final ContractPapers papers;
  private final Parties parties;
  private final Fees fees;
  private final Audit audit;
  private final Clock clock;

  TrialOffers(
      OfferStore store,
      Contracts contracts,
      ContractStore signed,
      ContractPapers papers,
      Parties parties,
      Fees fees,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.contracts = contracts;
    this.signed = signed;
    this.papers = papers;
    this.parties = parties;
    this.fees = fees;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Signs it for the client, who is bound until the answer is due.
   *
   * @param signature the client's name, typed as a signature
   * @param answerBy when the offer lapses
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public OfferId make(
      Viewer by, BidTerms on, Terms terms, TrialTerms trial, String signature, Instant answerBy) {
    var now = clock.instant();
    var facts =
        new Facts(
            new OfferId(Ids.fresh()),
            on.job(),
            on.id(),
            on.organisation(),
            by.id(),
            on.person(),
            1,
            Side.CLIENT,
            answerBy);
    var offer = new Offer.Open(facts);
    var paper =
        Paper.ofTrial(
            facts.id(),
            parties.client(facts),
            parties.assistant(facts),
            terms,
            fees.at(now),
            trial);
    store.addTrial(offer, UNASKED, now);
    store.addVersion(facts.id(), new Version(1, Side.CLIENT, paper, null, now));
    sign(facts, Side.CLIENT, by, paper, signature, now);
    audit.record(deed("offer", facts).by(by.id().value()).moved(null, offer.state()));
    return facts.id();
  }

  /** The second signature: the contract for the trial stands. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<ContractId> accept(Viewer by, OfferId id, String signature) {
    var offer = store.lockTrial(id).orElseThrow(NotFound::new);
    if (!(offer instanceof Offer.Open open)) {
      return Outcome.refused(Refusal.conflict("contracts.offer.over"));
    }
    var now = clock.instant();
    return switch (open.accept(Side.ASSISTANT, 1, now)) {
      case Outcome.Refused<Offer.Accepted>(var why) -> Outcome.refused(why);
      case Outcome.Done<Offer.Accepted>(var accepted) -> {
        var paper = paper(id);
        sign(open.facts(), Side.ASSISTANT, by, paper, signature, now);
        moved(open, accepted, by, now);
        yield Outcome.done(contracts.stand(accepted, paper, now));
      }
    };
  }

  /** The assistant does not want it. One that was answered already stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void decline(Viewer by, OfferId id) {
    if (store.lockTrial(id).orElse(null) instanceof Offer.Open open) {
      moved(open, new Offer.Declined(open.facts()), by, clock.instant());
    }
  }

  /**
   * It is off the table. One that was answered already stays as it is.
   *
   * @param by who took it back, or null where its bid ended
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdraw(@Nullable Viewer by, OfferId id) {
    if (store.lockTrial(id).orElse(null) instanceof Offer.Open open) {
      moved(open, new Offer.Withdrawn(open.facts()), by, clock.instant());
    }
  }

  /** Nobody answered in time. One that was answered already stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void expire(OfferId id) {
    if (store.lockTrial(id).orElse(null) instanceof Offer.Open open) {
      moved(open, open.expire(), null, clock.instant());
    }
  }

  /**
   * What is signed, for pages.
   *
   * @throws NotFound if there is no such offer
   */
  @Transactional(readOnly = true)
  public PaperText text(OfferId id) {
    return new PaperText(paper(id));
  }

  /**
   * What the house takes by it.
   *
   * @throws NotFound if there is no such offer
   */
  @Transactional(readOnly = true)
  public Rates rates(OfferId id) {
    return paper(id).rates();
  }

  /**
   * What makes it a trial.
   *
   * @throws NotFound if there is no such offer
   */
  @Transactional(readOnly = true)
  public TrialTerms trial(OfferId id) {
    return Objects.requireNonNull(paper(id).trial());
  }

  /** The law that the client's newest contract names; empty before the first. */
  @Transactional(readOnly = true)
  public Optional<String> usualLaw(OrganisationId client) {
    return signed.newest(client).map(contract -> papers.paper(contract).terms().law());
  }

  private Paper paper(OfferId id) {
    var versions = store.versions(id);
    if (versions.isEmpty()) {
      throw new NotFound();
    }
    return versions.getLast().paper();
  }

  private void sign(Facts facts, Side side, Viewer by, Paper paper, String name, Instant now) {
    store.sign(facts.id(), new Signature(1, side, by.id(), name, paper.hash(), now));
  }

  private void moved(Offer.Open open, Offer next, @Nullable Viewer by, Instant now) {
    store.move(open, next, now);
    audit.record(
        deed(next instanceof Offer.Expired ? "expire" : "answer", open.facts())
            .by(by == null ? null : by.id().value())
            .moved(open.state(), next.state()));
  }

  private static Deed deed(String action, Facts facts) {
    return Deed.of("contracts", action)
        .on("offer", facts.id().value())
        .onBehalfOf(facts.organisation().value())
        .with("kind", "trial");
  }
}
