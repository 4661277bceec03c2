package org.diestra.money.direct;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.money.direct.ProofStore.Part;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payouts.OwnAccounts;
import org.diestra.money.payouts.OwnAccounts.Told;
import org.diestra.money.transfers.EpcQr;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of a contract that is paid directly show. */
@Component
class DirectPages {
  static final int MOST = 100;
  private final ProofStore proofs;
  private final DueStore dues;
  private final Contracts contracts;
  private final Plans plans;
  private final Sides sides;
  private final OwnAccounts accounts;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  DirectPages(
      ProofStore proofs,
      DueStore dues,
      Contracts contracts,
      Plans plans,
      Sides sides,
      OwnAccounts accounts,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.proofs = proofs;
    this.dues = dues;
    this.contracts = contracts;
    this.plans = plans;
    this.sides = sides;
    this.accounts = accounts;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param pays whether the viewer pays for the client
   * @param earns whether the viewer is the assistant
   * @param other what the other side is called
   * @param unknown whether the viewer is the assistant and has not told an account yet
   */
  record View(
      ContractFrame frame,
      Plan plan,
      boolean pays,
      boolean earns,
      String other,
      boolean unknown,
      List<Due> dues,
      List<Proof> proofs,
      Instant now) {
    String base() {
      return frame.href("money/direct");
    }

    /** Whether the viewer may let go what has not arrived of it: what is said is answered first. */
    boolean lettable(Due due) {
      return earns && !due.settled() && !due.claimed().isPositive();
    }

    /** What nobody has said to have paid. */
    List<Due> open() {
      return dues.stream().filter(d -> d.open().isPositive()).toList();
    }

    Money sumOpen() {
      return open().stream().map(Due::open).reduce(plan.money(0), Money::plus);
    }

    /** What waits for the assistant's word. */
    Money sumSaid() {
      return dues.stream().map(Due::claimed).reduce(plan.money(0), Money::plus);
    }

    /** What of that is late. */
    Money sumLate() {
      return dues.stream()
          .filter(d -> d.late(now))
          .map(Due::open)
          .reduce(plan.money(0), Money::plus);
    }
  }

  /**
   * @throws NotFound if it is not this person's to see, or is not paid directly
   */
  @Transactional(readOnly = true)
  public View view(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    var plan = plans.of(id).filter(Plan::promised).orElseThrow(NotFound::new);
    boolean earns = viewer.id().equals(contract.assistant());
    return house.call(() ->
        new View(
            contracts.frame(contract),
            plan,
            viewer.hiresFor(contract.organisation()),
            earns,
            other(plan, earns),
            earns && accounts.of(viewer.id()) instanceof Told.Nothing,
            dues.of(id, MOST),
            proofs.of(id, MOST),
            clock.instant()));
  }

  private String other(Plan plan, boolean earns) {
    return sides.name(earns ? Side.CLIENT : Side.ASSISTANT, plan.client(), plan.assistant());
  }

  /**
   * The page on which a client pays.
   *
   * @param told the assistant's account
   * @param words for the transfer, by which the assistant knows it
   * @param qr for all that is open, or null where banking apps know none
   */
  record Paying(View view, Told told, String words, EpcQr.@Nullable Picture qr) {}

  /**
   * Shows the assistant's account, and writes down to whom.
   *
   * @throws NotFound if this person does not pay for it
   */
  @Transactional
  public Paying paying(Viewer viewer, ContractId id) {
    var view = view(viewer, id);
    if (!view.pays()) {
      throw new NotFound();
    }
    var contract = view.frame().contract();
    var told = accounts.of(contract.assistant());
    if (told instanceof Told.Known) {
      audit.record(
          Deed.of("direct", "see-account")
              .by(viewer.id().value())
              .onBehalfOf(contract.organisation().value())
              .on("person", contract.assistant().value())
              .with("contract", id.toString()));
    }
    var words = words(contract);
    var sum = view.sumOpen();
    var qr =
        told instanceof Told.Known(var account) && account.scannable(sum)
            ? EpcQr.of(account, sum, words).picture()
            : null;
    return new Paying(view, told, words, qr);
  }

  private static String words(Contract contract) {
    return "Diestra " + contract.number();
  }

  /** One transfer that was said. */
  record One(View view, Proof proof, List<Part> parts) {
    /** What came, or is said to come, for nothing that was due. */
    Money over() {
      return switch (proof) {
        case Proof.Said said -> said.facts().amount().minus(sum(Part::amount));
        case Proof.Arrived arrived -> arrived.amount().minus(sum(Part::came));
        case Proof.Denied it -> view.plan().money(0);
        case Proof.Withdrawn it -> view.plan().money(0);
      };
    }

    private Money sum(Function<Part, Money> what) {
      return parts.stream().map(what).reduce(view.plan().money(0), Money::plus);
    }

    boolean answerable() {
      return view.earns() && proof instanceof Proof.Open;
    }
  }

  /**
   * The same for whoever says whether it arrived.
   *
   * @throws NotFound if that is not this person's to say
   */
  @Transactional(readOnly = true)
  public One answering(Viewer viewer, ContractId id, UUID proof) {
    var one = one(viewer, id, proof);
    if (!one.view().earns()) {
      throw new NotFound();
    }
    return one;
  }

  /**
   * @throws NotFound if it is not this person's to see
   */
  @Transactional(readOnly = true)
  public One one(Viewer viewer, ContractId id, UUID proof) {
    var view = view(viewer, id);
    return house.call(() -> {
      var found =
          proofs
              .find(proof)
              .filter(p -> p.facts().contract().equals(id))
              .orElseThrow(NotFound::new);
      return new One(view, found, proofs.parts(proof));
    });
  }
}
