package org.diestra.money.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.SaleFollower;
import org.diestra.money.payments.SoldWeek;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.EngagementEnded;
import org.diestra.work.time.Hours;
import org.diestra.work.time.HoursCover.Level;
import org.diestra.work.time.WeekFollower;
import org.diestra.work.time.WeekId;
import org.diestra.work.time.WorkedWeek;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Follows weeks from their hours to their money, and a contract to its end. */
@Component
class WeekCourse implements WeekFollower, SaleFollower {
  private final ObjectProvider<Billing> billing; // whose door to hours asks here itself
  private final ObjectProvider<Hours> hours;
  private final ObjectProvider<Standings> standings;
  private final Plans plans;
  private final BillingNotices notices;
  private final HouseRights house;
  private final Clock clock;

  WeekCourse(
      ObjectProvider<Billing> billing,
      ObjectProvider<Hours> hours,
      ObjectProvider<Standings> standings,
      Plans plans,
      BillingNotices notices,
      HouseRights house,
      Clock clock) {
    this.billing = billing;
    this.hours = hours;
    this.standings = standings;
    this.plans = plans;
    this.notices = notices;
    this.house = house;
    this.clock = clock;
  }

  /** The assistant hears in time that what is held will not cover more hours. */
  @Override
  public void recorded(ContractId contract) {
    house.call(() -> {
      plans
          .of(contract)
          .ifPresent(plan ->
              standings
                  .getObject()
                  .of(plan)
                  .map(Standing::cover)
                  .filter(cover -> cover.level() == Level.LOW || cover.level() == Level.NONE)
                  .ifPresent(cover -> notices.cover(plan, cover, clock.instant())));
      return contract;
    });
  }

  /** From now on the deposit has to do for the next week as well. */
  @Override
  public void submitted(ContractId contract, LocalDate week) {
    house.call(() -> {
      plans
          .of(contract)
          .ifPresent(plan ->
              standings
                  .getObject()
                  .of(plan)
                  .filter(it -> it.wanted().isPositive())
                  .ifPresent(it -> notices.topUp(plan, it, week)));
      return contract;
    });
  }

  @Override
  public void closed(WorkedWeek week) {
    if (plans.of(week.contract()).isEmpty()) {
      return;
    }
    if (week.minutes() + week.withheld() > 0) {
      billing.getObject().due(week);
    } else {
      billing.getObject().idle(week.contract());
    }
  }

  @Override
  public void sold(List<Sale> sales) {}

  @Override
  public void matured(List<SoldWeek> weeks) {
    billing
        .getObject()
        .matured(weeks.stream().map(w -> new WeekId(w.contract(), w.week())).toList());
  }

  @ApplicationModuleListener
  void ended(EngagementEnded event) {
    if (hours.getObject().of(event.contract()).isPresent()) {
      if (event.end() == Engagement.End.CANCELLED) {
        billing.getObject().over(event.contract());
      } else {
        billing.getObject().overAfter(event.contract());
      }
    }
  }
}
