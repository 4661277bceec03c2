package org.diestra.money.extras;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.diestra.money.extras.Expense.Approved;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Charges;
import org.diestra.money.payments.Destination;
import org.diestra.money.payments.Payments;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the money of an expense goes: its ceiling into escrow, until there is a receipt. */
@Component
class ExpenseDestination implements Destination {
  private final ExpenseStore store;
  private final Ledger ledger;
  private final ExpenseNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  ExpenseDestination(
      ExpenseStore store,
      Ledger ledger,
      ExpenseNotices notices,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public boolean takes(Subject subject) {
    var id = subject.extra();
    return id != null && house.call(() -> store.find(id)).isPresent();
  }

  /** Nothing is locked before the money. */
  @Override
  public void lock(Subject subject) {}

  @Override
  public Optional<Demand> demand(Plan plan, Subject subject) {
    return store
        .find(Objects.requireNonNull(subject.extra()))
        .filter(it -> it.facts().contract().equals(plan.contract()))
        .map(it -> {
          var wanted = it instanceof Approved ? it.facts().ceiling() : plan.money(0);
          var charges = charges(plan);
          return new Demand(it.facts().what(), charges.gross(wanted), wanted, charges);
        });
  }

  /** There is no fee on an expense. */
  static Charges charges(Plan plan) {
    return plan.charges().withoutFees();
  }

  /** Where taxes rose meanwhile and it is less than all of it, it is the client's credit. */
  @Override
  @Transactional
  public void fund(Plan plan, Payment paid, Money wanted) {
    house.call(() -> {
      var now = clock.instant();
      var id = Objects.requireNonNull(paid.subject().extra());
      var found = store.locked(id).orElseThrow();
      boolean less = charges(plan).gross(found.facts().ceiling()).isMoreThan(wanted);
      var price = less ? plan.money(0) : wanted;
      ledger.post(
          Payments.in(plan, paid, price, plan.money(0), now)
              .credit(plan.extra(id), price)
              .about(found.facts().page()));
      if (price.isPositive() && found instanceof Approved approved) {
        var funded = approved.fund(now);
        store.move(funded, null);
        var key = Ids.text(id);
        timers.cancel(ExpenseTimes.DUE, key);
        timers.at(Objects.requireNonNull(funded.dueAt()), ExpenseTimes.DUE, key);
        audit.record(ExpenseTrail.deed("fund-expense", funded, plan).moved("APPROVED", "FUNDED"));
        notices.tell(plan, funded);
      }
      return plan;
    });
  }
}
