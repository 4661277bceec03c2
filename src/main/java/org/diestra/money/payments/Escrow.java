package org.diestra.money.payments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Holding.Share;
import org.diestra.money.payments.PayIn.Facts;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskFunding;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the price of tasks. What it does it does within the transaction of whoever asks: a task is
 * approved and its money released, or neither.
 */
@Component
class Escrow implements TaskFunding {
  private final Plans plans;
  private final HoldingStore holdings;
  private final Releases releases;
  private final MoneyLock lock;
  private final Ledger ledger;
  private final HouseRights house;
  private final Clock clock;

  Escrow(
      Plans plans,
      HoldingStore holdings,
      Releases releases,
      MoneyLock lock,
      Ledger ledger,
      HouseRights house,
      Clock clock) {
    this.plans = plans;
    this.holdings = holdings;
    this.releases = releases;
    this.lock = lock;
    this.ledger = ledger;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public boolean keeps(ContractId contract) {
    return plans.of(contract).isPresent();
  }

  /** Where the money of a payment comes from. */
  enum Source {
    RAIL,
    /** What the client has left with the house. */
    CREDIT
  }

  @Override
  public Money missing(TaskId task, Money price) {
    return plan(task)
        .map(plan -> house.call(() -> holdings.of(task, plan).missing(price)))
        .orElse(Money.zero(price.currency()));
  }

  /**
   * Sets a payment's money apart for its task, and pays what the assistant is owed already. What
   * the task does not want any more is the client's credit.
   *
   * @param price what of it the task wants for the work, up to what the payment is for
   */
  @Transactional
  public void fund(Plan plan, Facts paid, Source source, String reference, Money price) {
    house.call(() -> {
      lock.of(plan);
      var task = paid.task();
      boolean all = price.equals(paid.price());
      var fee = all ? paid.fee() : plan.rates().ofClient(price);
      var rest = paid.total().minus(price).minus(fee);
      boolean rail = source == Source.RAIL;
      var entries = new ArrayList<Entry>();
      entries.add(
          Entry.of(
                  plan.book(),
                  rail ? Event.FUND : Event.ALLOT,
                  "payments:in:" + paid.id(),
                  clock.instant())
              .debit(rail ? Account.clientMoney() : plan.credit(), paid.total())
              .credit(plan.escrow(task), price)
              .credit(plan.feeEscrow(task), fee)
              .credit(plan.credit(), rest)
              .about(Plan.page(plan.contract(), task))
              .evidence(reference));
      var after = holdings.locked(task, plan).fund(price, fee);
      holdings.write(after);
      var share = after.share(after.owed(), plan.rates());
      if (share.part().isPositive()) {
        after = after.settle(share);
        holdings.write(after);
        entries.add(released(plan, after, share));
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
              var before = holdings.locked(task, plan);
              var share = before.share(part, plan.rates());
              var after = before.approve(part, share);
              holdings.write(after);
              if (share.part().isPositive()) {
                remember(plan, after, share, ledger.post(released(plan, after, share)));
              }
              return task;
            }));
  }

  private Entry released(Plan plan, Holding after, Share share) {
    var task = after.task();
    return Entry.of(plan.book(), Event.RELEASE, releaseKey(after), clock.instant())
        .debit(plan.escrow(task), share.part())
        .debit(plan.feeEscrow(task), share.fee())
        .credit(Account.held(plan.assistant().value()), share.net())
        .credit(Account.of(Kind.FEES), share.earned())
        .about(Plan.page(plan.contract(), task));
  }

  private static String releaseKey(Holding after) {
    return "payments:release:" + after.task() + ":" + after.steps();
  }

  private void remember(Plan plan, Holding after, Share share, Map<String, UUID> ids) {
    var entry = ids.get(releaseKey(after));
    if (entry != null && share.net().isPositive()) {
      releases.add(plan, after.task(), entry, share.net());
    } else if (entry != null) {
      releases.look(after.task()); // a fee took all of it, so nothing will mature
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
