package org.diestra.money.extras;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Releases;
import org.diestra.money.payments.Releases.Sold;
import org.diestra.money.payments.Sale;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.springframework.stereotype.Component;

/** What becomes of the ceiling that is held for an expense. Its caller holds the money's lock. */
@Component
class ExpenseMoney {
  private final Ledger ledger;
  private final Releases releases;
  private final Titles titles;

  ExpenseMoney(Ledger ledger, Releases releases, Titles titles) {
    this.ledger = ledger;
    this.releases = releases;
    this.titles = titles;
  }

  /** Exactly what was spent is the assistant's, without a fee; the rest is the client's credit. */
  UUID release(Plan plan, Expense brought, Instant now) {
    var facts = brought.facts();
    var amount = amount(brought);
    var key = "extras:expense:" + Ids.text(facts.id());
    var out =
        Entry.of(plan.book(), Event.RELEASE, key, now)
            .debit(plan.extra(facts.id()), amount)
            .credit(Account.held(plan.assistant().value()), amount)
            .about(facts.page());
    var entry = Objects.requireNonNull(ledger.post(out).get(key));
    var rest = facts.ceiling().minus(amount);
    if (rest.isPositive()) {
      giveBack(plan, brought, rest, now);
    }
    releases.add(List.of(new Sold(plan, sale(plan, brought, entry, now))));
    return entry;
  }

  /** What is not spent is the client's credit. */
  void giveBack(Plan plan, Expense expense, Money what, Instant now) {
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

  private Sale sale(Plan plan, Expense brought, UUID entry, Instant now) {
    var none = plan.money(0);
    var title = titles.of(plan.client(), "extras.sale.expense", brought.facts().what());
    var work = new Sale.Work.OfExtra(brought.facts().id(), title);
    return new Sale(
        entry,
        plan.contract(),
        plan.client(),
        plan.assistant(),
        plan.rail(),
        work,
        amount(brought),
        none,
        none,
        now);
  }
}
