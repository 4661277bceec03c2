package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.Prices;
import org.springframework.stereotype.Component;

/** What holds of the pretend bank's books after whatever a test did. */
@Component
public class MoneyChecks {
  private final Ledger ledger;
  private final Examination examination;
  private final HoldingStore holdings;
  private final Plans plans;
  private final Prices prices;
  private final HouseRights house;

  MoneyChecks(
      Ledger ledger,
      Examination examination,
      HoldingStore holdings,
      Plans plans,
      Prices prices,
      HouseRights house) {
    this.ledger = ledger;
    this.examination = examination;
    this.holdings = holdings;
    this.plans = plans;
    this.prices = prices;
    this.house = house;
  }

  /** The books are sound, and escrow is what the contract's tasks say it is. */
  public void holdFor(Signed signed) {
    ledger.chain();
    assertThat(examination.examine()).noneMatch(f -> f.book().startsWith(PretendBank.ID));
    var plan = plans.of(signed.id()).orElseThrow();
    for (var holding : house.call(() -> holdings.of(plan)).values()) {
      var task = prices.of(holding.task()).orElseThrow();
      assertThat(ledger.balance(plan.book(), plan.escrow(task.id()))).isEqualTo(holding.held());
      assertThat(ledger.balance(plan.book(), plan.feeEscrow(task.id())))
          .isEqualTo(holding.feeHeld());
      assertThat(holding.released()).isEqualTo(task.released());
      var kept = holding.kept();
      boolean settled = task.over() && holding.owed().isZero(); // else cents may wait for the rest
      assertThat(holding.held().plus(kept.all()).isPositive() && settled).isFalse();
      assertThat(kept.dispute() != null && !task.disputed()).isFalse();
      if (kept.dispute() != null) {
        assertThat(ledger.balance(plan.book(), plan.disputed(kept.dispute())))
            .isEqualTo(kept.all());
      }
    }
  }
}
