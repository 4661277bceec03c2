package org.diestra.money.payments;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Escrow.Source;
import org.diestra.money.payments.PayIn.Facts;
import org.diestra.money.payments.PayIn.Open;
import org.diestra.money.payments.PayIn.Sent;
import org.diestra.money.payments.Rail.Standing;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.tasks.Priced;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The door to payments of clients. A rail that does not answer is asked again, later and later,
 * until it does; only its word makes a payment paid or failed.
 */
@Service
class PayIns {
  static final String LOOK = "payments:look";
  static final String LEAVE = "payments:leave";
  private static final Refusal MOVED = Refusal.conflict("payments.conflict.moved");
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private final PayInStore store;
  private final HoldingStore holdings;
  private final Plans plans;
  private final Rails rails;
  private final Escrow escrow;
  private final Ledger ledger;
  private final Prices prices;
  private final Contracts contracts;
  private final PaymentNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  PayIns(
      PayInStore store,
      HoldingStore holdings,
      Plans plans,
      Rails rails,
      Escrow escrow,
      Ledger ledger,
      Prices prices,
      Contracts contracts,
      PaymentNotices notices,
      Timers timers,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.holdings = holdings;
    this.plans = plans;
    this.rails = rails;
    this.escrow = escrow;
    this.ledger = ledger;
    this.prices = prices;
    this.contracts = contracts;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What paying for a task would come to.
   *
   * @param price what is to be held for the work; zero where all is held
   * @param credit what the client has with the house in that rail and currency
   */
  record Wanted(Plan plan, Priced task, Money price, Money credit) {
    Money fee() {
      return plan.rates().ofClient(price);
    }

    Money total() {
      return price.plus(fee());
    }

    boolean coveredByCredit() {
      return !total().isMoreThan(credit);
    }
  }

  /**
   * @throws NotFound if this person does not pay for that contract, or nothing is held for it
   */
  @Transactional(readOnly = true)
  public Wanted wanted(Viewer viewer, ContractId id, TaskId task) {
    var contract = contracts.get(viewer, id);
    if (viewer.memberOf(contract.organisation()).filter(m -> m.role().hires()).isEmpty()) {
      throw new NotFound();
    }
    return house.call(() -> wanted(id, task));
  }

  private Wanted wanted(ContractId id, TaskId task) {
    var plan = plans.of(id).orElseThrow(NotFound::new);
    var priced = prices.of(task).filter(p -> p.contract().equals(id)).orElseThrow(NotFound::new);
    var held = holdings.find(task, plan).orElse(Holding.none(task, plan));
    boolean useless = priced.over() && !held.owed().isPositive();
    return new Wanted(
        plan,
        priced,
        useless ? plan.money(0) : held.missing(priced.over() ? held.released() : priced.price()),
        ledger.balance(plan.book(), plan.credit()));
  }

  /**
   * Begins a payment for what is missing, or gives the one that is on its way. What the client has
   * with the house pays it at once where that is enough.
   */
  @Transactional
  public Outcome<PayIn> open(Viewer viewer, ContractId id, TaskId task) {
    var plan = wanted(viewer, id, task).plan();
    return house.call(() -> {
      store.lockMoney(plan.client(), plan.book());
      var wanted = wanted(id, task);
      if (!wanted.price().isPositive()) {
        return refused(MOVED);
      }
      var now = clock.instant();
      var facts = facts(viewer, wanted, now);
      var open = new Open(facts);
      if (!store.add(open)) {
        return done(store.live(task).orElseThrow());
      }
      audit.record(deed("open", facts, plan).by(viewer.id().value()));
      if (wanted.coveredByCredit()) {
        return done(credited(plan, open, now));
      }
      timers.at(now.plus(FORGOTTEN), LEAVE, Ids.text(facts.id()));
      return done(open);
    });
  }

  private static Facts facts(Viewer viewer, Wanted wanted, Instant now) {
    var plan = wanted.plan();
    return new Facts(
        Ids.fresh(),
        plan.contract(),
        wanted.task().id(),
        viewer.id(),
        plan.rail(),
        wanted.price(),
        wanted.fee(),
        1,
        now);
  }

  private PayIn credited(Plan plan, Open open, Instant now) {
    var paid = open.credit(now);
    store.move(paid);
    prices.funded(open.facts().task()); // refused where it had begun already: it holds more then
    escrow.fund(plan, open.facts(), Source.CREDIT, paid.reference());
    notices.changed(plan);
    return paid;
  }

  /**
   * @throws NotFound if this person does not pay for its contract
   */
  @Transactional(readOnly = true)
  public PayIn get(Viewer viewer, UUID id) {
    var payIn = house.call(() -> store.find(id)).orElseThrow(NotFound::new);
    wanted(viewer, payIn.facts().contract(), payIn.facts().task());
    return payIn;
  }

  /** The client has told the rail to pay: from now on it is the rail's to say. */
  @Transactional
  public Outcome<PayIn> send(Viewer viewer, UUID id) {
    get(viewer, id);
    return house.call(() -> {
      var now = clock.instant();
      if (!(store.locked(id).orElseThrow() instanceof Open open)) {
        return refused(MOVED);
      }
      var sent = open.send(now);
      store.move(sent);
      timers.cancel(LEAVE, Ids.text(id));
      timers.at(Patience.next(now, now), LOOK, Ids.text(id));
      notices.changed(plans.of(open.facts().contract()).orElseThrow());
      return done(sent);
    });
  }

  /** The client does not pay after all. */
  @Transactional
  public Outcome<PayIn> leave(Viewer viewer, UUID id) {
    get(viewer, id);
    return house.call(() -> left(id));
  }

  /** Nobody went on with it for a day. Asking twice changes nothing. */
  @Transactional
  public void forget(UUID id) {
    house.call(() -> left(id));
  }

  private Outcome<PayIn> left(UUID id) {
    if (!(store.locked(id).orElseThrow(NotFound::new) instanceof Open open)) {
      return refused(MOVED);
    }
    var left = open.leave(clock.instant());
    store.move(left);
    timers.cancel(LEAVE, Ids.text(id));
    notices.changed(plans.of(open.facts().contract()).orElseThrow());
    return done(left);
  }

  /**
   * Asks the rail what became of a payment, and keeps its word. For a rail that calls, for the
   * sweeper and for anybody else: however often, at once or late, a payment is settled once.
   */
  void look(UUID id) {
    var known = house.call(() -> store.find(id)).orElseThrow(NotFound::new);
    if (known instanceof Sent sent) {
      var standing = rails.named(sent.facts().rail()).standing(id); // outside of any transaction
      var plan = plans.of(sent.facts().contract()).orElseThrow();
      transactions.executeWithoutResult(t -> house.call(() -> settle(plan, id, standing)));
    }
  }

  private PayIn settle(Plan plan, UUID id, Standing standing) {
    store.lockMoney(plan.client(), plan.book());
    var now = clock.instant();
    var found = store.locked(id).orElseThrow();
    if (!(found instanceof Sent sent)) {
      return found;
    }
    var after =
        switch (standing) {
          case Standing.Unknown() -> sent;
          case Standing.Paid(var reference) -> sent.pay(reference, now);
          case Standing.Refused() -> sent.refuse(now);
        };
    if (after == sent) {
      timers.at(Patience.next(sent.facts().since(), now), LOOK, Ids.text(id));
      return sent;
    }
    store.move(after);
    timers.cancel(LOOK, Ids.text(id));
    if (after instanceof PayIn.Paid paid) {
      paid(plan, paid);
    }
    audit.record(deed("settle", sent.facts(), plan).moved("SENT", after.state().name()));
    notices.settled(plan, after);
    return after;
  }

  /** Holds it for its task, or for the client where the task does not want it any more. */
  private void paid(Plan plan, PayIn.Paid paid) {
    var facts = paid.facts();
    prices.funded(facts.task()); // locks it; refused where it does not wait for its funds
    var wanted = wanted(plan.contract(), facts.task());
    if (facts.price().isMoreThan(wanted.price())) {
      escrow.credit(plan, facts, paid.reference());
    } else {
      escrow.fund(plan, facts, Source.RAIL, paid.reference());
    }
  }

  private static Deed deed(String action, Facts facts, Plan plan) {
    return Deed.of("payments", action)
        .on("payment", facts.id())
        .onBehalfOf(plan.client().value())
        .with("amount", facts.total().toString());
  }
}
