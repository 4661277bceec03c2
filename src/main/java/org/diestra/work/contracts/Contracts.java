package org.diestra.work.contracts;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to contracts that both have signed. */
@Service
public class Contracts {
  static final int PAGE = 20;
  private final ContractStore store;
  private final Jobs jobs;
  private final ContractPapers papers;
  private final ContractNotices notices;
  private final ObjectProvider<ContractFollower> followers; // who ask here themselves
  private final ObjectProvider<ContractEntry> entries; // of modules above
  private final Audit audit;
  private final Clock clock;

  Contracts(
      ContractStore store,
      Jobs jobs,
      ContractPapers papers,
      ContractNotices notices,
      ObjectProvider<ContractFollower> followers,
      ObjectProvider<ContractEntry> entries,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.followers = followers;
    this.entries = entries;
    this.jobs = jobs;
    this.papers = papers;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Lets a contract stand on an accepted offer, in the transaction of its second signature. */
  ContractId stand(Offer.Accepted offer, Paper paper, Instant now) {
    var id = new ContractId(Ids.fresh());
    store.add(id, offer, paper, now);
    boolean trial = paper.trial() != null;
    if (!trial) {
      jobs.markFilled(offer.facts().job(), offer.facts().madeBy());
    }
    audit.record(
        Deed.of("contracts", "sign")
            .on("contract", id.value())
            .onBehalfOf(offer.facts().organisation().value())
            .moved(null, "AWAITING_FUNDS"));
    if (!trial) {
      notices.signed(id, offer, paper.title());
    }
    var facts = offer.facts();
    var signed =
        new ContractFollower.Signed(
            store.find(id).orElseThrow(), paper.terms(), facts.job(), facts.madeBy());
    followers.forEach(follower -> follower.signed(signed));
    return id;
  }

  /**
   * @throws NotFound if there is none, or it is not this person's to see
   */
  public Contract get(Viewer viewer, ContractId id) {
    return store.find(id).filter(c -> c.concerns(viewer)).orElseThrow(NotFound::new);
  }

  /**
   * What both agreed on, whoever asks.
   *
   * @throws NotFound if there is no such contract
   */
  public Terms terms(ContractId id) {
    return papers.paper(store.find(id).orElseThrow(NotFound::new)).terms();
  }

  /**
   * The fees that both saw and signed, whoever asks.
   *
   * @throws NotFound if there is no such contract
   */
  public Rates rates(ContractId id) {
    return papers.paper(store.find(id).orElseThrow(NotFound::new)).rates();
  }

  /**
   * Whether both signed that taxes are funded and released with the price, whoever asks.
   *
   * @throws NotFound if there is no such contract
   */
  public boolean taxed(ContractId id) {
    return papers.paper(store.find(id).orElseThrow(NotFound::new)).taxes();
  }

  /**
   * Whether it is for one paid trial alone, whoever asks.
   *
   * @throws NotFound if there is no such contract
   */
  public boolean trial(ContractId id) {
    return store.find(id).orElseThrow(NotFound::new).trial();
  }

  /** What stands around its pages. */
  public ContractFrame frame(Contract contract) {
    var sorted = entries.stream().sorted(Comparator.comparingInt(ContractEntry::order)).toList();
    return new ContractFrame(contract, sorted);
  }

  /** The contract an offer became. */
  Optional<Contract> of(OfferId offer) {
    return store.ofOffer(offer);
  }

  /**
   * What concerns this person, the newest first, {@value #PAGE} a page.
   *
   * @param before where the page begins, or null for the first
   */
  @Transactional(readOnly = true)
  public List<Contract> of(Viewer viewer, @Nullable Instant before) {
    return store.of(
        viewer.id(),
        viewer.memberships().stream()
            .filter(m -> m.role().seesContracts())
            .map(Membership::organisation)
            .toList(),
        before == null ? clock.instant().plusSeconds(1) : before,
        PAGE + 1);
  }

  /** The contract whose text, or whose printed paper, has that SHA-256. */
  Optional<Contract> byHash(String hash) {
    return store.byHash(hash).or(() -> store.byPdf(hash));
  }
}
