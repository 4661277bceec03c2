package org.diestra.money.billing;

import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Component;

/** The bookshop has paid a week's deposit before its work by the hour began, weeks ago. */
@Component
class DepositDemo implements DemoPart {
  private final Contracts contracts;
  private final BillingDemo money;
  private final Past past;

  DepositDemo(Contracts contracts, BillingDemo money, Past past) {
    this.contracts = contracts;
    this.money = money;
    this.past = past;
  }

  @Override
  public String name() {
    return "billing:deposit";
  }

  @Override
  public String scene() {
    return "hours";
  }

  @Override
  public int order() {
    return 24;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    var contract = contracts.of(cast.viewer(Cast.ASSISTANT), null).getFirst().id();
    var paid = past.monday().minusDays(3).atTime(12, 5).atZone(owner.zone()).toInstant();
    past.run(paid, () -> money.topUp(owner, contract));
  }
}
