package org.diestra.money.retainers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.diestra.money.payments.PaymentsDemo;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.time.StagedMoney;
import org.springframework.stereotype.Component;

/** The practice has paid the first month of its retainer, and pays the next ones when asked. */
@Component
class MonthlyDemo implements DemoPart, StagedMoney {
  private final Contracts contracts;
  private final RetainerCourse course;
  private final PeriodStore store;
  private final PaymentsDemo payments;
  private final Plans plans;
  private final Past past;
  private final HouseRights house;
  private final Clock clock;

  MonthlyDemo(
      Contracts contracts,
      RetainerCourse course,
      PeriodStore store,
      PaymentsDemo payments,
      Plans plans,
      Past past,
      HouseRights house,
      Clock clock) {
    this.contracts = contracts;
    this.course = course;
    this.store = store;
    this.payments = payments;
    this.plans = plans;
    this.past = past;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "retainers:month";
  }

  @Override
  public String scene() {
    return "month";
  }

  @Override
  public int order() {
    return 33;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.PRACTICE);
    var contract = contracts.of(owner, null).getFirst().id();
    var paid = past.monday().minusDays(10).atTime(12, 5).atZone(owner.zone()).toInstant();
    past.run(paid, () -> topUp(owner, contract));
  }

  @Override
  public void topUp(Viewer client, ContractId contract) {
    course.look(contract);
    plans
        .of(contract)
        .ifPresent(plan ->
            house.call(() -> store.of(contract)).stream()
                .filter(period -> period.wanted(plan.charges()).isPositive())
                .forEach(period -> payments.pay(client, period.subject())));
  }

  /** Months that are over are ended. */
  @Override
  public void bill() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    house.call(() -> store.behind(today)).forEach(course::look);
  }

  @Override
  public void mature() {}
}
