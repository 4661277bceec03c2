package org.diestra.money.billing;

import org.diestra.money.payments.PaymentsDemo;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Releases;
import org.diestra.money.payments.Subject;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.StagedMoney;
import org.springframework.stereotype.Component;

/** The money for the demo's hours, at the time at which they were worked. */
@Component
class BillingDemo implements StagedMoney {
  private final Plans plans;
  private final Standings standings;
  private final PaymentsDemo payments;
  private final Billing billing;
  private final Releases releases;
  private final HouseRights house;

  BillingDemo(
      Plans plans,
      Standings standings,
      PaymentsDemo payments,
      Billing billing,
      Releases releases,
      HouseRights house) {
    this.plans = plans;
    this.standings = standings;
    this.payments = payments;
    this.billing = billing;
    this.releases = releases;
    this.house = house;
  }

  @Override
  public void topUp(Viewer client, ContractId contract) {
    boolean wanted =
        house.call(() ->
            plans
                .of(contract)
                .flatMap(standings::of)
                .map(Standing::wanted)
                .filter(Money::isPositive)
                .isPresent());
    if (wanted) {
      payments.pay(client, Subject.hours(contract));
    }
  }

  @Override
  public void bill() {
    billing.billSet();
  }

  @Override
  public void mature() {
    releases.matureWeeks();
  }
}
