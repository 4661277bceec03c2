package org.diestra.money.extras;

import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import org.diestra.money.payments.PaymentsDemo;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.springframework.stereotype.Component;

/** The bookshop has thanked its assistant with a tip, two days ago. */
@Component
class TipDemo implements DemoPart {
  private static final Money AMOUNT = new Money(1_500, Currency.getInstance("EUR"));
  private final Contracts contracts;
  private final Engagements engagements;
  private final Plans plans;
  private final Tips tips;
  private final PaymentsDemo payments;
  private final Past past;
  private final Clock clock;

  TipDemo(
      Contracts contracts,
      Engagements engagements,
      Plans plans,
      Tips tips,
      PaymentsDemo payments,
      Past past,
      Clock clock) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.plans = plans;
    this.tips = tips;
    this.payments = payments;
    this.past = past;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "extras:tip";
  }

  /** After all that is paid for work. */
  @Override
  public int order() {
    return 52;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    contracts.of(owner, null).stream()
        .map(Contract::id)
        .filter(id -> engagements.find(id).filter(Engagement::runs).isPresent())
        .flatMap(id -> plans.of(id).stream())
        .filter(plan -> plan.currency().equals(AMOUNT.currency()))
        .findFirst()
        .ifPresent(
            plan -> past.run(clock.instant().minus(Duration.ofDays(2)), () -> give(owner, plan)));
  }

  private void give(Viewer owner, Plan plan) {
    var words = "Las fichas de los libros han quedado perfectas. ¡Gracias!";
    var tip = tips.promise(owner, plan.contract(), AMOUNT, words).orFail();
    payments.pay(owner, tip.facts().subject());
  }
}
