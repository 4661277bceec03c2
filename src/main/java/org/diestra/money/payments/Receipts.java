package org.diestra.money.payments;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Destination.Source;
import org.diestra.money.payments.PayIn.Open;
import org.diestra.money.payments.PayIn.Sent;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for rails of other modules. Those that do not answer have what came in posted as the
 * client's credit by whoever read of it, and payments settled out of it here; those that do say
 * here that they have news.
 */
@Service
public class Receipts {
  private static final String CREDIT = "credit";
  private final PayIns payIns;
  private final PayInStore store;
  private final Funding funding;
  private final Plans plans;
  private final PlanStore planStore;
  private final Bills bills;
  private final Refunds refunds;
  private final Ledger ledger;
  private final PaymentNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Receipts(
      PayIns payIns,
      PayInStore store,
      Funding funding,
      Plans plans,
      PlanStore planStore,
      Bills bills,
      Refunds refunds,
      Ledger ledger,
      PaymentNotices notices,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.payIns = payIns;
    this.store = store;
    this.funding = funding;
    this.plans = plans;
    this.planStore = planStore;
    this.bills = bills;
    this.refunds = refunds;
    this.ledger = ledger;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** How far a payment has come. */
  public enum Stage {
    OPEN,
    SENT,
    PAID,
    FAILED;

    /** Whether money is still expected for it. */
    public boolean live() {
      return this == OPEN || this == SENT;
    }
  }

  /**
   * A payment, as whoever receives its money sees it.
   *
   * @param total with the client's fee
   * @param page where its client follows it
   */
  public record Expected(
      UUID payment,
      ContractId contract,
      OrganisationId client,
      Book book,
      Money total,
      Stage stage,
      Instant since,
      String page) {}

  /**
   * @throws NotFound if this person does not pay for its contract
   */
  @Transactional(readOnly = true)
  public Expected get(Viewer viewer, UUID payment) {
    var payIn = payIns.get(viewer, payment);
    return house.call(() -> expected(List.of(payIn)).getFirst());
  }

  /** The same for the house; empty where there is no such payment. */
  @Transactional(readOnly = true)
  public Optional<Expected> find(UUID payment) {
    return find(List.of(payment)).stream().findFirst();
  }

  /** The same of many; what there is not is left out. */
  @Transactional(readOnly = true)
  public List<Expected> find(Collection<UUID> payments) {
    return house.call(() -> expected(store.all(payments)));
  }

  /**
   * What is expected in a book, the oldest first.
   *
   * @param client of whom alone, or null
   * @param most 1 to some hundreds
   */
  @Transactional(readOnly = true)
  public List<Expected> live(Book book, @Nullable OrganisationId client, int most) {
    return house.call(() -> expected(store.live(book, client, most)));
  }

  /** Those whose contracts are paid in a book. */
  @Transactional(readOnly = true)
  public List<OrganisationId> clients(Book book, int most) {
    return house.call(() -> planStore.clients(book, most));
  }

  /**
   * The client says that it has sent it. Where what the client has with the house is enough, that
   * pays it at once, also if it was said before.
   */
  @Transactional
  public Outcome<Expected> send(Viewer viewer, UUID payment) {
    if (get(viewer, payment).stage() != Stage.SENT
        && payIns.send(viewer, payment) instanceof Outcome.Refused<PayIn>(var why)) {
      return Outcome.refused(why);
    }
    settle(payment, CREDIT);
    return Outcome.done(find(payment).orElseThrow());
  }

  /**
   * Pays it out of its client's credit, where that is enough. Asking again changes nothing; a
   * payment whose work wants nothing any more is left, and the credit stays.
   *
   * @param evidence what stands outside of the house for it, 1–200 characters
   * @return where it stands now
   */
  @Transactional
  public Stage settle(UUID payment, String evidence) {
    return house.call(() -> {
      var facts = store.find(payment).orElseThrow(NotFound::new).facts();
      var plan = funding.plan(facts);
      funding.lock(plan, facts.subject());
      var found = store.locked(payment).orElseThrow();
      var credit = ledger.balance(plan.book(), plan.credit());
      boolean live = found instanceof Open || found instanceof Sent;
      if (!live || facts.total().isMoreThan(credit)) {
        return Stage.valueOf(found.state().name());
      }
      var now = clock.instant();
      boolean wanted = bills.wanted(facts.subject()).price().isPositive();
      var after =
          switch (found) {
            case Open open -> wanted ? open.pay(evidence, now) : open.leave(now);
            case Sent sent -> wanted ? sent.pay(evidence, now) : sent.leave(now);
            default -> throw new IllegalStateException("not live: " + found);
          };
      store.move(after);
      timers.cancel(PayIns.LEAVE, Ids.text(payment));
      if (after instanceof PayIn.Paid paid) {
        funding.hold(plan, paid, Source.CREDIT);
        audit.record(
            Deed.of("payments", "settle")
                .on("payment", payment)
                .onBehalfOf(plan.client().value())
                .with("amount", facts.total().toString())
                .moved(found.state().name(), after.state().name()));
        notices.settled(plan, after);
      } else {
        notices.changed(plan);
      }
      return Stage.valueOf(after.state().name());
    });
  }

  /** The client does not pay after all; only while its rail has not got it. */
  @Transactional
  public void leave(Viewer viewer, UUID payment) {
    payIns.leave(viewer, payment);
  }

  /** The rail has news of a payment: it is asked at once. Outside of any transaction. */
  public void look(UUID payment) {
    payIns.look(payment);
  }

  /** The rail has news of a refund: it is asked at once. Outside of any transaction. */
  public void refund(UUID refund) {
    refunds.look(refund);
  }

  private List<Expected> expected(List<PayIn> payIns) {
    var of = plans.of(payIns.stream().map(p -> p.facts().subject().contract()).distinct().toList());
    return payIns.stream()
        .map(p -> expected(p, Objects.requireNonNull(of.get(p.facts().subject().contract()))))
        .toList();
  }

  private static Expected expected(PayIn payIn, Plan plan) {
    var facts = payIn.facts();
    return new Expected(
        facts.id(),
        plan.contract(),
        plan.client(),
        new Book(facts.rail(), plan.currency()),
        facts.total(),
        Stage.valueOf(payIn.state().name()),
        facts.since(),
        facts.href());
  }
}
