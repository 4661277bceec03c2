package org.diestra.money.payments;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.payments.Releases.Sold;
import org.diestra.platform.base.Money;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What approving and awarding have in common. Whoever calls has locked the money of its client. */
@Component
class EscrowBooks {
  private final HoldingStore holdings;
  private final Releases releases;
  private final ObjectProvider<Prices> prices; // which ask here themselves
  private final Clock clock;

  EscrowBooks(
      HoldingStore holdings, Releases releases, ObjectProvider<Prices> prices, Clock clock) {
    this.holdings = holdings;
    this.releases = releases;
    this.prices = prices;
    this.clock = clock;
  }

  /** Where the client pays directly, to approve a part is to promise what of it was not yet. */
  Holding promised(Plan plan, Holding before, Money part, List<Entry> entries) {
    var missing = part.minus(before.held()).minus(before.kept().work());
    if (!plan.promised() || !missing.isPositive()) {
      return before;
    }
    var after = before.fund(missing, plan.money(0));
    holdings.write(after);
    var key = "payments:promised:" + after.task() + ":" + after.steps();
    entries.add(
        Entry.of(plan.book(), Event.FUND, key, clock.instant())
            .debit(Account.promised(), missing)
            .credit(plan.escrow(after.task()), missing)
            .about(Plan.page(plan.contract(), after.task())));
    return after;
  }

  /** That share of it is the assistant's by that entry. */
  void sold(Plan plan, TaskId task, Share share, UUID entry) {
    var title = prices.getObject().titles(List.of(task)).getOrDefault(task, "");
    var work = new Sale.Work.OfTask(task, title);
    var sale = Sale.of(plan, entry, work, share, clock.instant());
    releases.add(List.of(new Sold(plan, sale)));
  }
}
