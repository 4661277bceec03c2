package org.diestra.money.payments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Priced;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskFunding;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the price of tasks. What it does it does within the transaction of whoever asks: a task is
 * approved and its money released, or neither.
 */
@Component
class Escrow implements TaskFunding, Destination {
  private final Plans plans;
  private final Rails rails;
  private final PayInStore payIns;
  private final HoldingStore holdings;
  private final ObjectProvider<Prices> prices; // which ask here themselves
  private final EscrowBooks books;
  private final MoneyLock lock;
  private final Ledger ledger;
  private final HouseRights house;
  private final Clock clock;

  Escrow(
      Plans plans,
      Rails rails,
      PayInStore payIns,
      HoldingStore holdings,
      ObjectProvider<Prices> prices,
      EscrowBooks books,
      MoneyLock lock,
      Ledger ledger,
      HouseRights house,
      Clock clock) {
    this.plans = plans;
    this.rails = rails;
    this.payIns = payIns;
    this.holdings = holdings;
    this.prices = prices;
    this.books = books;
    this.lock = lock;
    this.ledger = ledger;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public boolean keeps(ContractId contract) {
    return plans.of(contract).isPresent();
  }

  @Override
  public boolean serves(OrganisationId client, PersonId assistant, Currency currency) {
    return rails
        .of(client, assistant, currency)
        .filter(rail -> !new Book(rail.id(), currency).ofPromises()) // which holds nothing
        .isPresent();
  }

  @Override
  public boolean coming(TaskId task) {
    return plan(task)
        .map(plan -> Subject.task(plan.contract(), task))
        .filter(subject -> house.call(() -> payIns.live(subject).isPresent()))
        .isPresent();
  }

  @Override
  public boolean promises(ContractId contract) {
    return plans.of(contract).filter(Plan::promised).isPresent();
  }

  @Override
  public Money missing(TaskId task, Money price) {
    return plan(task)
        .map(plan -> house.call(() -> holdings.of(task, plan).uncovered(price, plan.charges())))
        .orElse(Money.zero(price.currency()));
  }

  @Override
  public boolean takes(Subject subject) {
    return subject.task() != null;
  }

  @Override
  public void lock(Subject subject) {
    prices.getObject().lock(task(subject));
  }

  @Override
  public Optional<Demand> demand(Plan plan, Subject subject) {
    return prices
        .getObject()
        .of(task(subject))
        .filter(p -> p.contract().equals(plan.contract()))
        .map(priced -> demand(plan, priced));
  }

  /** While a dispute is open nobody knows yet what is wanted. */
  private Demand demand(Plan plan, Priced priced) {
    var charges = plan.charges();
    var held = holdings.of(priced.id(), plan);
    boolean useless = priced.disputed() || priced.over() && !held.owed().isPositive();
    var price = priced.over() ? held.released() : priced.price();
    if (useless) {
      return new Demand(priced.title(), plan.money(0), plan.money(0), charges);
    }
    var missing = held.missing(price, charges);
    return new Demand(
        priced.title(),
        missing,
        held.uncovered(price, charges),
        missing.isPositive() ? held.missingFee(price, charges) : plan.money(0),
        charges);
  }

  private static TaskId task(Subject subject) {
    return Objects.requireNonNull(subject.task());
  }

  @Override
  @Transactional
  public void fund(Plan plan, Payment paid, Money price) {
    house.call(() -> {
      lock.of(plan);
      var task = task(paid.subject());
      prices.getObject().funded(task); // refused where it does not wait for its funds
      var fee = paid.feeOn(price, plan.charges());
      var entries = new ArrayList<Entry>();
      entries.add(
          Payments.in(plan, paid, price, fee, clock.instant())
              .credit(plan.escrow(task), price)
              .credit(plan.feeEscrow(task), fee));
      var after = holdings.locked(task, plan).fund(price, fee);
      holdings.write(after);
      var share = after.share(after.owed(), plan.charges());
      if (share.part().isPositive()) {
        after = after.settle(share);
        holdings.write(after);
        entries.add(released(plan, after, share));
        surplus(plan, after, entries);
      }
      var ids = ledger.post(entries);
      remember(plan, after, share, ids);
      return task;
    });
  }

  @Override
  public void release(TaskId task, Money part) {
    plan(task)
        .ifPresent(plan ->
            house.call(() -> {
              lock.of(plan);
              var entries = new ArrayList<Entry>();
              var before = books.promised(plan, holdings.locked(task, plan), part, entries);
              var share = before.share(part, plan.charges());
              var after = before.approve(part, share);
              holdings.write(after);
              if (share.part().isPositive()) {
                entries.add(released(plan, after, share));
                surplus(plan, after, entries);
                remember(plan, after, share, ledger.post(entries));
              }
              return task;
            }));
  }

  private Entry released(Plan plan, Holding after, Share share) {
    var task = after.task();
    return share.to(
        plan,
        Entry.of(plan.book(), Event.RELEASE, releaseKey(after), clock.instant())
            .debit(plan.escrow(task), share.gross())
            .debit(plan.feeEscrow(task), share.fee())
            .about(Plan.page(plan.contract(), task)));
  }

  /** Where taxes changed meanwhile, more may be held than all of the price needs: it goes back. */
  private void surplus(Plan plan, Holding after, List<Entry> entries) {
    var all = after.held().plus(after.feeHeld());
    if (plan.tax().known() && all.isPositive() && after.owed().isZero()) {
      prices
          .getObject()
          .of(after.task())
          .filter(priced -> priced.price().equals(after.released()))
          .ifPresent(priced -> {
            var rest = after.giveBack();
            holdings.write(rest);
            entries.add(giveBack(plan, after, rest, all));
          });
    }
  }

  private static String releaseKey(Holding after) {
    return "payments:release:" + after.task() + ":" + after.steps();
  }

  private void remember(Plan plan, Holding after, Share share, Map<String, UUID> ids) {
    var entry = ids.get(releaseKey(after));
    if (entry != null) {
      books.sold(plan, after.task(), share, entry);
    }
  }

  @Override
  public void giveBack(TaskId task) {
    plan(task)
        .ifPresent(plan ->
            house.call(() -> {
              lock.of(plan);
              var before = holdings.locked(task, plan);
              var all = before.held().plus(before.feeHeld());
              if (all.isPositive()) {
                var after = before.giveBack();
                holdings.write(after);
                ledger.post(giveBack(plan, before, after, all));
              }
              return task;
            }));
  }

  @Override
  public Unset unset(Plan plan, Subject subject, Money most, Entry entry) {
    return house.call(() -> {
      var before = holdings.locked(task(subject), plan);
      var part = Collections.min(List.of(most, before.takeable()));
      if (!part.isPositive()) {
        return new Unset(entry, part);
      }
      var after = before.unset(part);
      holdings.write(after);
      var debits =
          entry
              .debit(plan.escrow(after.task()), before.held().minus(after.held()))
              .debit(plan.feeEscrow(after.task()), before.feeHeld().minus(after.feeHeld()));
      var dispute = before.kept().dispute();
      return new Unset(
          dispute == null
              ? debits
              : debits.debit(plan.disputed(dispute), before.kept().all().minus(after.kept().all())),
          part);
    });
  }

  private Entry giveBack(Plan plan, Holding before, Holding after, Money all) {
    var task = before.task();
    var key = "payments:back:" + task + ":" + after.steps();
    return Entry.of(plan.book(), Event.REFUND_AGREED, key, clock.instant())
        .debit(plan.escrow(task), before.held())
        .debit(plan.feeEscrow(task), before.feeHeld())
        .credit(plan.credit(), all)
        .about(Plan.page(plan.contract(), task));
  }

  private Optional<Plan> plan(TaskId task) {
    return plans.ofTask(task);
  }
}
