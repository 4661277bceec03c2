package org.diestra.money.payments;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.tasks.DisputeFunding;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Component;

/**
 * The price of a task while a dispute is open: out of escrow into the dispute's own account, and
 * from there back, or to whom it was given. Each is one entry.
 */
@Component
class KeptApart implements DisputeFunding {
  private final Plans plans;
  private final HoldingStore holdings;
  private final EscrowBooks books;
  private final MoneyLock lock;
  private final MoneyNews news;
  private final Ledger ledger;
  private final HouseRights house;
  private final Clock clock;

  KeptApart(
      Plans plans,
      HoldingStore holdings,
      EscrowBooks books,
      MoneyLock lock,
      MoneyNews news,
      Ledger ledger,
      HouseRights house,
      Clock clock) {
    this.plans = plans;
    this.holdings = holdings;
    this.books = books;
    this.lock = lock;
    this.news = news;
    this.ledger = ledger;
    this.house = house;
    this.clock = clock;
  }

  private void locked(TaskId task, Consumer<Plan> move) {
    plans
        .ofTask(task)
        .ifPresent(plan ->
            house.call(() -> {
              lock.of(plan);
              move.accept(plan);
              news.changed(plan);
              return plan;
            }));
  }

  @Override
  public void keepApart(TaskId task, UUID dispute) {
    locked(
        task,
        plan -> {
          var before = holdings.locked(task, plan);
          if (before.held().plus(before.feeHeld()).isPositive()) {
            var after = before.keepApart(dispute);
            holdings.write(after);
            ledger.post(
                entry(plan, after, Event.DISPUTE_HOLD, "kept")
                    .debit(plan.escrow(task), before.held())
                    .debit(plan.feeEscrow(task), before.feeHeld())
                    .credit(plan.disputed(dispute), after.kept().all()));
          }
        });
  }

  @Override
  public void putBack(TaskId task) {
    locked(
        task,
        plan -> {
          var before = holdings.locked(task, plan);
          var dispute = before.kept().dispute();
          if (dispute == null) {
            return; // nothing was held when it was opened
          }
          holdings.write(before.putBack());
          if (before.kept().all().isPositive()) {
            ledger.post(
                entry(plan, before.putBack(), Event.DISPUTE_LIFTED, "lifted")
                    .debit(plan.disputed(dispute), before.kept().all())
                    .credit(plan.escrow(task), before.kept().work())
                    .credit(plan.feeEscrow(task), before.kept().fee()));
          }
        });
  }

  @Override
  public void award(TaskId task, Money part) {
    locked(task, plan -> award(plan, task, part));
  }

  private void award(Plan plan, TaskId task, Money part) {
    var entries = new ArrayList<Entry>();
    var before = books.promised(plan, holdings.locked(task, plan), part, entries);
    var share = before.award(part, plan.charges());
    var after = before.awarded(part, share);
    holdings.write(after);
    var there = before.putBack();
    var all = there.held().plus(there.feeHeld());
    var rest = all.minus(share.gross()).minus(share.fee());
    var award = entry(plan, after, Event.AWARD, "award");
    if (all.isPositive()) {
      var dispute = before.kept().dispute();
      var debits =
          award
              .debit(plan.escrow(task), before.held())
              .debit(plan.feeEscrow(task), before.feeHeld());
      var out =
          dispute == null ? debits : debits.debit(plan.disputed(dispute), before.kept().all());
      entries.add(share.to(plan, out).credit(plan.credit(), rest));
    }
    if (!entries.isEmpty()) {
      var ids = ledger.post(entries);
      if (share.part().isPositive()) {
        books.sold(plan, task, share, Objects.requireNonNull(ids.get(award.key())));
      }
    }
  }

  private Entry entry(Plan plan, Holding after, Event event, String what) {
    var key = "payments:" + what + ":" + after.task() + ":" + after.steps();
    return Entry.of(plan.book(), event, key, clock.instant())
        .about(Plan.page(plan.contract(), after.task()));
  }
}
