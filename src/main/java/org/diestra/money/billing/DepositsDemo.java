package org.diestra.money.billing;

import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Component;

/** The bookshop pays the deposits of what begins today. */
@Component
class DepositsDemo implements DemoPart {
  private final Contracts contracts;
  private final HoursDestination hours;
  private final BillingDemo money;

  DepositsDemo(Contracts contracts, HoursDestination hours, BillingDemo money) {
    this.contracts = contracts;
    this.hours = hours;
    this.money = money;
  }

  @Override
  public String name() {
    return "billing:deposits";
  }

  @Override
  public int order() {
    return 44;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    contracts.of(owner, null).stream()
        .filter(c -> hours.missing(c.id()).filter(m -> m.isPositive()).isPresent())
        .forEach(c -> money.topUp(owner, c.id()));
  }
}
