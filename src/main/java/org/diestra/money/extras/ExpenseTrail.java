package org.diestra.money.extras;

import java.time.Instant;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each move of an expense brings with it. Its caller holds the money's lock. */
@Component
class ExpenseTrail {
  private final ExpenseMoney money;
  private final Plans plans;
  private final ExpenseNotices notices;
  private final Timers timers;
  private final Audit audit;

  ExpenseTrail(
      ExpenseMoney money, Plans plans, ExpenseNotices notices, Timers timers, Audit audit) {
    this.money = money;
    this.plans = plans;
    this.notices = notices;
    this.timers = timers;
    this.audit = audit;
  }

  Expense accepted(Expense brought, Instant now) {
    var plan = plans.of(brought.facts().contract()).orElseThrow();
    return brought.accept(money.release(plan, brought, now), now);
  }

  Expense over(Expense before, Expense after, Instant now) {
    if (before.held()) {
      var plan = plans.of(before.facts().contract()).orElseThrow();
      money.giveBack(plan, before, now);
    }
    return after;
  }

  /** What follows each move. */
  void after(Plan plan, @Nullable Expense before, Expense moved, @Nullable PersonId by) {
    var key = Ids.text(moved.facts().id());
    timers.cancel(ExpenseTimes.DUE, key);
    timers.cancel(ExpenseTimes.REMIND, key);
    if (moved.acceptable()) {
      timers.at(ExpenseTimes.remindAt(moved), ExpenseTimes.REMIND, key);
    }
    var due = moved.dueAt();
    if (due != null) {
      timers.at(due, ExpenseTimes.DUE, key);
    }
    audit.record(
        deed(moved.state().deed(), moved, plan)
            .by(by == null ? null : by.value())
            .moved(before == null ? null : before.state().name(), moved.state().name()));
    if (by == null) {
      notices.silent(plan, moved);
    } else {
      notices.tell(plan, moved);
    }
  }

  static Deed deed(String action, Expense expense, Plan plan) {
    var receipt = expense.receipt();
    return Deed.of("extras", action)
        .on("contract", plan.contract().value())
        .onBehalfOf(plan.client().value())
        .with("expense", Ids.text(expense.facts().id()))
        .with(
            "amount", (receipt == null ? expense.facts().ceiling() : receipt.amount()).toString());
  }
}
