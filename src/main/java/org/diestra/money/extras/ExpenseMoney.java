package org.diestra.money.extras;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.extras.Expense.Handed;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Releases;
import org.diestra.money.payments.Releases.Sold;
import org.diestra.money.payments.Sale;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** What becomes of the ceiling that is held for an expense. Its caller holds the money's lock. */
@Component
class ExpenseMoney {
  private final Ledger ledger;
  private final Releases releases;
  private final Accounts accounts;
  private final Pages pages;

  ExpenseMoney(Ledger ledger, Releases releases, Accounts accounts, Pages pages) {
    this.ledger = ledger;
    this.releases = releases;
    this.accounts = accounts;
    this.pages = pages;
  }

  /** Exactly what was spent is the assistant's, without a fee; the rest is the client's credit. */
  UUID release(Plan plan, Handed handed, Instant now) {
    var facts = handed.facts();
    var amount = handed.brought().amount();
    var key = "extras:expense:" + Ids.text(facts.id());
    var out =
        Entry.of(plan.book(), Event.RELEASE, key, now)
            .debit(plan.extra(facts.id()), amount)
            .credit(Account.held(plan.assistant().value()), amount)
            .about(facts.page());
    var entry = Objects.requireNonNull(ledger.post(out).get(key));
    var rest = facts.ceiling().minus(amount);
    if (rest.isPositive()) {
      giveBack(plan, handed, rest, now);
    }
    releases.add(List.of(new Sold(plan, sale(plan, handed, entry, now))));
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

  private Sale sale(Plan plan, Handed handed, UUID entry, Instant now) {
    var none = plan.money(0);
    var work = new Sale.Work.OfExtra(handed.facts().id(), title(plan, handed));
    return new Sale(
        entry,
        plan.contract(),
        plan.client(),
        plan.assistant(),
        plan.rail(),
        work,
        handed.brought().amount(),
        none,
        none,
        now);
  }

  /** What the invoice calls it, in the language of who asked for it. */
  private String title(Plan plan, Handed handed) {
    var locale = accounts.contact(plan.assistant()).map(Contact::locale).orElse(Locale.ENGLISH);
    return pages
        .formats(locale, ZoneOffset.UTC)
        .words("extras.sale.expense", handed.facts().what());
  }
}
