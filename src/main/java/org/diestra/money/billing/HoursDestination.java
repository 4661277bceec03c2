package org.diestra.money.billing;

import java.time.Clock;
import java.util.Optional;
import org.diestra.money.ledger.Entry;
import org.diestra.money.payments.Destination;
import org.diestra.money.payments.Payments;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.StartFunds;
import org.diestra.work.time.HoursCover;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where money for hours goes: into their deposit, once what is owed is paid. */
@Component
class HoursDestination implements Destination, StartFunds, HoursCover {
  private final Standings standings;
  private final Billing billing;
  private final BillStore bills;
  private final Plans plans;
  private final Contracts contracts;
  private final BillingNotices notices;
  private final HouseRights house;
  private final Clock clock;

  HoursDestination(
      Standings standings,
      Billing billing,
      BillStore bills,
      Plans plans,
      Contracts contracts,
      BillingNotices notices,
      HouseRights house,
      Clock clock) {
    this.standings = standings;
    this.billing = billing;
    this.bills = bills;
    this.plans = plans;
    this.contracts = contracts;
    this.notices = notices;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public boolean takes(Subject subject) {
    return subject.ofHours();
  }

  /** Nothing is locked before the money. */
  @Override
  public void lock(Subject subject) {}

  @Override
  public Optional<Demand> demand(Plan plan, Subject subject) {
    return standings
        .of(plan)
        .map(it -> new Demand(null, it.wanted(), it.uncovered(), plan.charges()));
  }

  @Override
  @Transactional
  public void fund(Plan plan, Payment paid, Money price) {
    house.call(() -> {
      var fee = paid.feeOn(price, plan.charges());
      var work = billing.begin(plan);
      work.fund(plan.contract(), Payments.in(plan, paid, price, fee, clock.instant()), price, fee);
      bills.owed(plan.contract()).forEach(work::pay);
      billing.finish(work);
      billing.over(plan, work);
      if (price.isPositive()) {
        notices.funded(plan, paid, price);
      }
      return plan;
    });
  }

  @Override
  @Transactional
  public Unset unset(Plan plan, Subject subject, Money most, Entry entry) {
    return house.call(() -> {
      var work = billing.begin(plan);
      var unset = work.unset(plan.contract(), most, entry);
      billing.finish(work);
      return unset;
    });
  }

  /** All of a week's most, before the first hour, where nothing but hours is paid. */
  @Override
  @Transactional(readOnly = true)
  public Optional<Money> missing(ContractId contract) {
    return house.call(() ->
        plans
            .of(contract)
            .filter(plan -> contracts.terms(contract).pay().task() == null)
            .filter(plan -> !plan.promised())
            .flatMap(standings::of)
            .map(Standing::wanted));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Cover> of(ContractId contract) {
    return house.call(() -> plans.of(contract).flatMap(standings::of).map(Standing::cover));
  }
}
