package org.diestra.money.direct;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.money.direct.ProofStore.Part;
import org.diestra.money.invoices.Invoices;
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
  private final Invoices invoices;
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
      Invoices invoices,
      Contracts contracts,
      Plans plans,
      Sides sides,
      OwnAccounts accounts,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.proofs = proofs;
    this.dues = dues;
    this.invoices = invoices;
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
   * @param asked what is to be transferred for it
   */
  record View(
      ContractFrame frame,
      Plan plan,
      boolean pays,
      boolean earns,
      String other,
      boolean unknown,
      List<Due> dues,
      Asked asked,
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

    /** What is to be transferred for all of that. */
    Money sumOpen() {
      return open().stream().map(this::toPay).reduce(plan.money(0), Money::plus);
    }

    /** The same for one: with VAT and without what is withheld, once there is an invoice. */
    Money toPay(Due due) {
      return asked.of(due, due.open());
    }

    /** Whether an invoice asks for another amount than what was agreed, for any that is open. */
    boolean taxed() {
      return open().stream().anyMatch(asked::otherwise);
    }

    /** What waits for the assistant's word. */
    Money sumSaid() {
      return dues.stream().map(d -> asked.of(d, d.claimed())).reduce(plan.money(0), Money::plus);
    }

    /** What of that is late. */
    Money sumLate() {
      return dues.stream()
          .filter(d -> d.late(now))
          .map(this::toPay)
          .reduce(plan.money(0), Money::plus);
    }

    /** Whether the assistant may say that something arrived of which the client said nothing. */
    boolean gettable() {
      return earns && dues.stream().anyMatch(this::lettable);
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
    return house.call(() -> {
      var all = dues.of(id, MOST);
      return new View(
          contracts.frame(contract),
          plan,
          viewer.hiresFor(contract.organisation()),
          earns,
          other(plan, earns),
          earns && accounts.of(viewer.id()) instanceof Told.Nothing,
          all,
          new Asked(invoices.due(all.stream().map(Due::entry).toList())),
          proofs.of(id, MOST),
          clock.instant());
    });
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

  /** Its page is shown, with the assistant's account where there is one: writes down to whom. */
  @Transactional
  public void shown(Viewer viewer, Paying paying) {
    var contract = paying.view().frame().contract();
    if (paying.told() instanceof Told.Known && !paying.view().open().isEmpty()) {
      audit.record(
          Deed.of("direct", "see-account")
              .by(viewer.id().value())
              .onBehalfOf(contract.organisation().value())
              .on("person", contract.assistant().value())
              .with("contract", contract.id().toString()));
    }
  }

  /**
   * @throws NotFound if this person does not pay for it
   */
  @Transactional(readOnly = true)
  public Paying paying(Viewer viewer, ContractId id) {
    var view = view(viewer, id);
    if (!view.pays()) {
      throw new NotFound();
    }
    var contract = view.frame().contract();
    var told = accounts.of(contract.assistant());
    var words = words(contract) + "-" + (view.proofs().size() + 1);
    var sum = view.sumOpen();
    var qr =
        told instanceof Told.Known(var account) && account.scannable(sum)
            ? EpcQr.of(account, sum, words).picture()
            : null;
    return new Paying(view, told, words, qr);
  }

  /**
   * The same for what arrived without a word of the client's.
   *
   * @throws NotFound if this person does not earn by it
   */
  @Transactional(readOnly = true)
  public View getting(Viewer viewer, ContractId id) {
    var view = view(viewer, id);
    if (!view.earns()) {
      throw new NotFound();
    }
    return view;
  }

  private static String words(Contract contract) {
    return "Diestra " + contract.number();
  }

  /** One transfer that was said. */
  record One(View view, Proof proof, List<Part> parts) {
    /** What came, or is said to come, for nothing that was due. */
    Money over() {
      return switch (proof) {
        case Proof.Said said -> said.facts().amount().minus(sum(Part::covers));
        case Proof.Arrived arrived -> arrived.amount().minus(sum(Part::covers));
        case Proof.Denied it -> view.plan().money(0);
        case Proof.Withdrawn it -> view.plan().money(0);
      };
    }

    /** Whether what it covers was agreed without the taxes that it pays as well. */
    boolean taxed() {
      return parts.stream().anyMatch(p -> !p.amount().equals(p.transfer()));
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
