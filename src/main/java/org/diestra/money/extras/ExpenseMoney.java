package org.diestra.money.extras;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Releases;
import org.diestra.money.payments.Releases.Sold;
import org.diestra.money.payments.Sale;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.springframework.stereotype.Component;

/** What becomes of the ceiling that is held for an expense. Its caller holds the money's lock. */
@Component
class ExpenseMoney {
  private final ExpenseStore store;
  private final Plans plans;
  private final Ledger ledger;
  private final Releases releases;
  private final Titles titles;

  ExpenseMoney(ExpenseStore store, Plans plans, Ledger ledger, Releases releases, Titles titles) {
    this.store = store;
    this.plans = plans;
    this.ledger = ledger;
    this.releases = releases;
    this.titles = titles;
  }

  /**
   * Exactly what was spent is the assistant's, without a fee, with the taxes under which it was
   * paid in; the rest is the client's credit.
   */
  UUID release(Plan plan, Expense brought, Instant now) {
    var facts = brought.facts();
    var held = held(plan, brought);
    var then = plans.of(plan.contract(), store.fundedAt(facts.id())).orElseThrow();
    var charges = ExpenseDestination.charges(then);
    if (charges.gross(facts.ceiling()).isMoreThan(held)) {
      then = then.untaxed(); // they became known while it was paid in
      charges = ExpenseDestination.charges(then);
    }
    var share = charges.share(amount(brought), plan.money(0));
    var key = "extras:expense:" + Ids.text(facts.id());
    var out =
        share.to(
            plan,
            Entry.of(plan.book(), Event.RELEASE, key, now)
                .debit(plan.extra(facts.id()), share.gross())
                .about(facts.page()));
    var entry = Objects.requireNonNull(ledger.post(out).get(key));
    var rest = held.minus(share.gross());
    if (rest.isPositive()) {
      giveBack(plan, brought, rest, now);
    }
    var title = titles.of(plan.client(), "extras.sale.expense", facts.what());
    var work = new Sale.Work.OfExtra(facts.id(), title);
    releases.add(List.of(new Sold(then, Sale.of(then, entry, work, share, now))));
    return entry;
  }

  /** All that is held is the client's credit. */
  void giveBack(Plan plan, Expense expense, Instant now) {
    giveBack(plan, expense, held(plan, expense), now);
  }

  private Money held(Plan plan, Expense expense) {
    return ledger.balance(plan.book(), plan.extra(expense.facts().id()));
  }

  private void giveBack(Plan plan, Expense expense, Money what, Instant now) {
    var facts = expense.facts();
    ledger.post(
        Entry.of(
                plan.book(),
                Event.REFUND_AGREED,
                "extras:expense-back:" + Ids.text(facts.id()),
                now)
            .debit(plan.extra(facts.id()), what)
            .credit(plan.credit(), what)
            .about(facts.page()));
  }

  private static Money amount(Expense brought) {
    return Objects.requireNonNull(brought.receipt()).amount();
  }
}
