package org.diestra.money.payments;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
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
  private final Ledger ledger;
  private final HouseRights house;
  private final Clock clock;

  Escrow(
      Plans plans,
      HoldingStore holdings,
      Releases releases,
      Ledger ledger,
      HouseRights house,
      Clock clock) {
    this.plans = plans;
    this.holdings = holdings;
    this.releases = releases;
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

  /** Sets a payment's money apart for its task; what the assistant is owed already is paid. */
  @Transactional
  public void fund(Plan plan, Facts paid, Source source, String reference) {
    house.call(() -> {
      var task = paid.task();
      var before = holdings.locked(task, plan);
      boolean rail = source == Source.RAIL;
      ledger.post(
          Entry.of(
                  plan.book(),
                  rail ? Event.FUND : Event.ALLOT,
                  "payments:in:" + paid.id(),
                  clock.instant())
              .debit(rail ? Account.clientMoney() : plan.credit(), paid.total())
              .credit(plan.escrow(task), paid.price())
              .credit(plan.feeEscrow(task), paid.fee())
              .about(Plan.page(plan.contract(), task))
              .evidence(reference));
      var after = before.fund(paid.price(), paid.fee());
      holdings.write(after);
      if (after.owed().isPositive()) {
        var share = after.share(after.owed(), plan.rates());
        var settled = after.settle(share);
        holdings.write(settled);
        release(plan, settled, share);
      }
      return task;
    });
  }

  /** What came in is of no use for its task any more, and is the client's to use otherwise. */
  @Transactional
  public void credit(Plan plan, Facts paid, String reference) {
    ledger.post(
        Entry.of(plan.book(), Event.FUND, "payments:in:" + paid.id(), clock.instant())
            .debit(Account.clientMoney(), paid.total())
            .credit(plan.credit(), paid.total())
            .about(Plan.page(plan.contract(), paid.task()))
            .evidence(reference));
  }

  @Override
  public void release(TaskId task, Money part) {
    plan(task)
        .ifPresent(plan ->
            house.call(() -> {
              var before = holdings.locked(task, plan);
              var share = before.share(part, plan.rates());
              var after = before.approve(part, share);
              holdings.write(after);
              release(plan, after, share);
              return task;
            }));
  }

  private void release(Plan plan, Holding after, Share share) {
    if (!share.part().isPositive()) {
      return;
    }
    var task = after.task();
    var assistant = plan.assistant().value();
    var key = "payments:release:" + task + ":" + after.steps();
    var ids =
        ledger.post(
            Entry.of(plan.book(), Event.RELEASE, key, clock.instant())
                .debit(plan.escrow(task), share.part())
                .debit(plan.feeEscrow(task), share.fee())
                .credit(Account.held(assistant), share.net())
                .credit(Account.of(Kind.FEES), share.earned())
                .about(Plan.page(plan.contract(), task)));
    if (share.net().isPositive()) {
      releases.add(plan, task, Objects.requireNonNull(ids.get(key)), share.net());
    }
  }

  @Override
  public void giveBack(TaskId task) {
    plan(task)
        .ifPresent(plan ->
            house.call(() -> {
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
