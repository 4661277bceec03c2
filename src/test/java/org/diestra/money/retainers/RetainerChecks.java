package org.diestra.money.retainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Plans;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Bags;
import org.diestra.work.time.Draw;
import org.springframework.stereotype.Component;

/** What holds of retainers after whatever a test did. */
@Component
public class RetainerChecks {
  private final Ledger ledger;
  private final Examination examination;
  private final PeriodStore store;
  private final Bags bags;
  private final Plans plans;
  private final HouseRights house;

  RetainerChecks(
      Ledger ledger,
      Examination examination,
      PeriodStore store,
      Bags bags,
      Plans plans,
      HouseRights house) {
    this.ledger = ledger;
    this.examination = examination;
    this.store = store;
    this.bags = bags;
    this.plans = plans;
    this.house = house;
  }

  /** The id of a contract's month. */
  public static UUID month(ContractId contract, int number) {
    return Period.idOf(contract, number);
  }

  /** The books are sound, escrow is what months say it is, and they drew what weeks did. */
  public void holdFor(ContractId contract) {
    ledger.chain();
    assertThat(examination.examine()).noneMatch(f -> f.book().startsWith("pretend"));
    var plan = plans.of(contract).orElseThrow();
    for (var period : house.call(() -> store.of(contract))) {
      assertThat(ledger.balance(plan.book(), plan.period(period.id()))).isEqualTo(period.held());
      assertThat(ledger.balance(plan.book(), plan.periodFee(period.id())))
          .isEqualTo(period.feeHeld());
      boolean disputed = bags.draws(contract, period.number()).stream().anyMatch(Draw::inDispute);
      assertThat(period.over() && period.held().isPositive() && !disputed).isFalse();
    }
    for (var bag : bags.of(contract)) {
      assertThat(bag.drawn())
          .isEqualTo(bags.draws(contract, bag.number()).stream().mapToInt(Draw::drawn).sum());
      assertThat(bag.left()).isNotNegative();
    }
  }
}
