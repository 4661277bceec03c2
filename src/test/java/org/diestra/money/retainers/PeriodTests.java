package org.diestra.money.retainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.LocalDate;
import java.util.Currency;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Tax;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Pay.Retainer;
import org.diestra.work.time.Bag;
import org.junit.jupiter.api.Test;

/** Twenty hours for 220.00 €, with 5 % of the client and 10 % of the assistant. */
class PeriodTests {
  private static final Rates RATES = new Rates(500, 1_000);
  private static final LocalDate DAY = LocalDate.of(2027, 2, 1); // a month of 28 days

  private final Plan plan =
      new Plan(
          new ContractId(Ids.fresh()),
          new OrganisationId(Ids.fresh()),
          new PersonId(Ids.fresh()),
          "pretend",
          Currency.getInstance("EUR"),
          RATES,
          Tax.NONE,
          5);

  private Bag bag(int drawn) {
    var end = DAY.plusMonths(1);
    return new Bag(plan.contract(), 1, DAY, end, DAY, DAY, 1_200, 300, 300, drawn, 0, null);
  }

  private Period held() {
    return unpaid().fund(eur(22_000), eur(1_100));
  }

  private Period unpaid() {
    return Period.planned(plan, 1, DAY, DAY.plusMonths(1), new Retainer(20, eur(22_000), 5))
        .begin(bag(0));
  }

  @Test
  void anEndWithinItEarnsTheGreaterShareOfDaysAndHours() {
    assertThat(held().earned(bag(0), DAY, plan.charges()))
        .isEqualTo(eur(786)); // a day of 28: 7.857
    assertThat(held().earned(bag(0), DAY.plusDays(13), plan.charges())).isEqualTo(eur(11_000));
    assertThat(held().earned(bag(750), DAY.plusDays(9), plan.charges()))
        .isEqualTo(eur(11_000)); // of 25 h
    assertThat(held().earned(bag(1_200), DAY, plan.charges())).isEqualTo(eur(17_600));
    assertThat(held().earned(bag(0), DAY.plusDays(40), plan.charges())).isEqualTo(eur(22_000));
    assertThat(held().earned(bag(0), DAY.minusDays(3), plan.charges())).isEqualTo(eur(0));
  }

  @Test
  void halfACentGoesToTheEvenOne() {
    var odd = held().giveBack(eur(21_975)); // it costs 0.25
    assertThat(odd.earned(bag(750), DAY, plan.charges())).isEqualTo(eur(12));
    var other = held().giveBack(eur(21_973)); // and 0.27
    assertThat(other.earned(bag(750), DAY, plan.charges())).isEqualTo(eur(14));
  }

  @Test
  void whatIsNeitherPaidNorUsedIsNotOwed() {
    assertThat(unpaid().earned(bag(0), plan.charges())).isEqualTo(eur(0));
    assertThat(unpaid().earned(bag(1), plan.charges())).isEqualTo(eur(22_000));
    assertThat(unpaid().fund(eur(100), eur(5)).earned(bag(0), plan.charges())).isEqualTo(eur(100));
    assertThat(held().earned(bag(0), plan.charges())).isEqualTo(eur(22_000));
  }

  @Test
  void whatIsGivenBackIsNotNeededNorIsItsFee() {
    var less = held().giveBack(eur(11_000));
    assertThat(less.wanted(plan.charges())).isEqualTo(eur(0));
    assertThat(less.surplus(plan.charges(), eur(0)).work()).isEqualTo(eur(11_000));
    assertThat(less.surplus(plan.charges(), eur(0)).fee()).isEqualTo(eur(550));
    var rest = less.without(less.surplus(plan.charges(), eur(0)));
    assertThat(rest.surplus(plan.charges(), eur(0)).all()).isEqualTo(eur(0));
    assertThat(unpaid().giveBack(eur(11_000)).wanted(plan.charges())).isEqualTo(eur(11_000));
    assertThat(held().giveBack(eur(22_000)).surplus(plan.charges(), eur(0)).all())
        .isEqualTo(eur(23_100));
  }

  @Test
  void itIsReleasedWithItsFeesAndWhatIsOwedComesLater() {
    var over = held().end(eur(11_000), DAY.plusDays(14));
    var share = over.share(plan.charges());
    assertThat(share.part()).isEqualTo(eur(11_000));
    assertThat(share.fee()).isEqualTo(eur(550));
    assertThat(share.net()).isEqualTo(eur(9_900));
    var left = over.release(share);
    assertThat(left.surplus(plan.charges(), eur(0)).all()).isEqualTo(eur(11_550));
    assertThat(left.without(left.surplus(plan.charges(), eur(0))).wanted(plan.charges()))
        .isEqualTo(eur(0));
    var owed = unpaid().end(eur(22_000), DAY.plusMonths(1));
    assertThat(owed.share(plan.charges()).part()).isEqualTo(eur(0));
    assertThat(owed.wanted(plan.charges())).isEqualTo(eur(22_000));
    var bankTookSome = held().unset(eur(10_500));
    assertThat(bankTookSome.held()).isEqualTo(eur(12_000));
    assertThat(bankTookSome.feeHeld()).isEqualTo(eur(600));
    assertThat(bankTookSome.wanted(plan.charges())).isEqualTo(eur(10_000));
  }
}
