package org.diestra.money.billing;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.time.Bags;
import org.diestra.work.time.Hours;
import org.diestra.work.time.WeekId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what is kept apart for lines in dispute, where one side gives way: the client pays
 * them after all, or the assistant lets them go. Of two at once the first counts.
 */
@Service
class Withheld {
  private static final Refusal MOVED = Refusal.conflict("billing.conflict.moved");
  private final Contracts contracts;
  private final Plans plans;
  private final Billing billing;
  private final BillStore bills;
  private final Hours hours;
  private final Bags bags;
  private final BillingNotices notices;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Withheld(
      Contracts contracts,
      Plans plans,
      Billing billing,
      BillStore bills,
      Hours hours,
      Bags bags,
      BillingNotices notices,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.contracts = contracts;
    this.plans = plans;
    this.billing = billing;
    this.bills = bills;
    this.hours = hours;
    this.bags = bags;
    this.notices = notices;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** The client pays all of it after all. */
  @Transactional
  public Outcome<Money> pay(Viewer by, WeekId id) {
    var contract = contracts.get(by, id.contract());
    if (by.memberOf(contract.organisation()).filter(m -> m.role().hires()).isEmpty()) {
      throw new NotFound();
    }
    return settle(by, id, true);
  }

  /** The assistant lets it go; it is the client's deposit again. */
  @Transactional
  public Outcome<Money> letGo(Viewer by, WeekId id) {
    if (!contracts.get(by, id.contract()).assistant().equals(by.id())) {
      throw new NotFound();
    }
    return settle(by, id, false);
  }

  private Outcome<Money> settle(Viewer by, WeekId id, boolean paid) {
    var plan = plans.of(id.contract()).orElseThrow(NotFound::new);
    return house.call(() -> {
      var work = billing.begin(plan);
      var bill = bills.locked(id).orElseThrow(NotFound::new);
      if (!bill.inDispute()) {
        return refused(MOVED);
      }
      var beyond = bags.settle(id, paid, by.id()); // what the month of a retainer does not take
      var amount = paid ? beyond.map(bill::worthOf).orElse(bill.withheld()) : plan.money(0);
      work.settle(bill, amount);
      bills.settle(id, amount, by.id(), clock.instant());
      billing.finish(work);
      billing.payOwed(plan);
      billing.over(plan, work);
      if (paid) {
        hours.settled(List.of(id));
      }
      audit.record(deed(by, plan, bill, paid));
      notices.settled(plan, bill, paid ? amount : null);
      return done(paid ? amount : bill.withheld());
    });
  }

  private static Deed deed(Viewer by, Plan plan, Bill bill, boolean paid) {
    return Deed.of("billing", paid ? "pay-withheld" : "let-go")
        .by(by.id().value())
        .on("contract", plan.contract().value())
        .onBehalfOf(plan.client().value())
        .with("week", bill.id().week().toString())
        .with("amount", bill.withheld().toString());
  }
}
