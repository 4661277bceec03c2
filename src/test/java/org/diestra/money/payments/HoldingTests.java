package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.util.Currency;
import java.util.Random;
import java.util.UUID;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingTests {
  private static final Rates RATES = new Rates(500, 1_000); // 5 % on top, 10 % out of it
  private static final Plan PLAN =
      new Plan(
          new ContractId(new UUID(0, 1)),
          new OrganisationId(new UUID(0, 2)),
          new PersonId(new UUID(0, 3)),
          "bank",
          Currency.getInstance("EUR"),
          RATES,
          Tax.NONE,
          5);

  private static Holding funded(long price) {
    return Holding.none(new TaskId(new UUID(0, 4)), PLAN)
        .fund(eur(price), RATES.ofClient(eur(price)));
  }

  @Test
  void theWholePriceGoesToBothAndTheHouse() {
    var share = funded(10_000).share(eur(10_000), PLAN.charges());
    assertThat(share.net()).isEqualTo(eur(9_000));
    assertThat(share.earned()).isEqualTo(eur(1_500));
  }

  @Test
  void whatIsNotHeldIsOwedAndPaidWhenItComes() {
    var before = funded(6_000);
    var share = before.share(eur(10_000), PLAN.charges());
    assertThat(share.part()).isEqualTo(eur(6_000));
    var after = before.approve(eur(10_000), share);
    assertThat(after.owed()).isEqualTo(eur(4_000));
    assertThat(after.missing(eur(10_000), PLAN.charges())).isEqualTo(eur(4_000));
    var more = after.fund(eur(4_000), eur(200));
    var rest = more.share(more.owed(), PLAN.charges());
    assertThat(rest.net()).isEqualTo(eur(3_600));
    assertThat(more.settle(rest).owed()).isEqualTo(eur(0));
  }

  private static Charges taxed(int vat, int withholding, int onFee) {
    var work = new Treatment(Category.S, vat, Reason.NONE, withholding);
    return new Charges(RATES, new Tax(work, 1, 1, onFee, onFee));
  }

  /** 100.00 and 5.00 came in before it was known that 106.00 would be needed. */
  @Test
  void whereTaxesRoseTheFeeIsTakenOnce() {
    var charges = taxed(2_100, 1_500, 0);
    var before = funded(10_000);
    var first = before.share(eur(10_000), charges);
    var after = before.approve(eur(10_000), first);
    assertThat(after.missing(after.released(), charges)).isEqualTo(eur(600));
    assertThat(after.missingFee(after.released(), charges)).isEqualTo(eur(0));
    var more = after.fund(eur(600), eur(0));
    var rest = more.share(more.owed(), charges);
    assertThat(first.part().plus(rest.part())).isEqualTo(eur(10_000));
    assertThat(first.fee().plus(rest.fee())).isEqualTo(eur(500));
    assertThat(more.settle(rest).feeHeld()).isEqualTo(eur(0));
  }

  @Test
  void vatOnTheFeeThatIsNotDueAnyMoreIsNotTaken() {
    var then = taxed(2_100, 0, 2_100);
    var price = eur(10_000);
    var before =
        Holding.none(new TaskId(new UUID(0, 4)), PLAN)
            .fund(then.gross(price), then.clientFee(price));
    var share = before.share(price, taxed(2_100, 0, 0));
    assertThat(share.fee()).isEqualTo(eur(500));
    assertThat(share.earned()).isEqualTo(eur(1_500));
    assertThat(before.approve(price, share).feeHeld()).isEqualTo(eur(105));
  }

  @Test
  void vatOnTheFeeThatIsDueByNowIsAskedForBesideWhatIsHeld() {
    var charges = taxed(2_100, 1_500, 2_100);
    assertThat(funded(10_000).missing(eur(10_000), charges)).isEqualTo(eur(600));
    assertThat(funded(10_000).missingFee(eur(10_000), charges)).isEqualTo(eur(105));
  }

  /** Ten parts cost no cent more or less than the whole. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21})
  void howeverItIsCutItComesToTheSame(long seed) {
    var random = new Random(seed);
    var price = eur(1 + random.nextInt(50_000));
    var whole = funded(price.minor()).share(price, PLAN.charges());
    var holding = funded(price.minor());
    var net = eur(0);
    var earned = eur(0);
    while (holding.held().isPositive()) {
      var part = eur(1 + random.nextInt((int) Math.min(9_000, holding.held().minor())));
      var share = holding.share(part, PLAN.charges());
      holding = holding.approve(part, share);
      net = net.plus(share.net());
      earned = earned.plus(share.earned());
    }
    assertThat(net).isEqualTo(whole.net());
    assertThat(earned).isEqualTo(whole.earned());
    assertThat(net.plus(earned)).isEqualTo(PLAN.total(price));
    assertThat(holding.feeHeld()).isEqualTo(Money.of(0, "EUR"));
  }
}
