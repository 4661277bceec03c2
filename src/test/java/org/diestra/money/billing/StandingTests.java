package org.diestra.money.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.util.List;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.billing.BillStore.Open;
import org.diestra.money.billing.BillStore.Part;
import org.diestra.money.payments.Charges;
import org.diestra.money.payments.Tax;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.Hours.Hourly;
import org.diestra.work.time.Hours.Unbilled;
import org.junit.jupiter.api.Test;

/** What is asked for the hours of a contract. */
class StandingTests {
  private static final ContractId CONTRACT = new ContractId(Ids.fresh());
  private static final Charges CHARGES =
      new Charges(
          new Rates(500, 1_000),
          new Tax(new Treatment(Category.S, 2_100, Reason.NONE, 0), 1, 1, 0, 0));

  private static Standing over(long held, Part... owed) {
    return new Standing(
        new Hourly(CONTRACT, "Books", eur(1_000), eur(0), true),
        new Deposit(CONTRACT, eur(held), eur(0), true, 1),
        new Unbilled(eur(0), eur(0), eur(0)),
        new Open(eur(0), List.of(owed)),
        CHARGES,
        false);
  }

  /** Two of 10.03 come to 12.14 each, and to 24.27 together. */
  @Test
  void whatIsOwedOfSeveralWeeksPaysEachOfThem() {
    var week = new Part(eur(0), eur(1_003));
    assertThat(over(0, week, week).wanted()).isEqualTo(eur(2_428));
    assertThat(over(0, week, week).uncovered()).isEqualTo(eur(2_006));
  }

  /** A cent that was left is 2 with its taxes, of which 1 is held. */
  @Test
  void theLastCentOfAWeekIsAskedFor() {
    assertThat(over(1, new Part(eur(1_002), eur(1))).wanted()).isEqualTo(eur(1));
  }
}
