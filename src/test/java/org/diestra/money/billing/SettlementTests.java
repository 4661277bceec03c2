package org.diestra.money.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Tax;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.WeekId;
import org.junit.jupiter.api.Test;

/** What is thought through before anything is written. */
class SettlementTests {
  private static final LocalDate WEEK = LocalDate.of(2026, 11, 2);
  private final Plan plan =
      new Plan(
          new ContractId(Ids.fresh()),
          new OrganisationId(Ids.fresh()),
          new PersonId(Ids.fresh()),
          "test",
          Currency.getInstance("EUR"),
          new Rates(500, 1_000),
          Tax.NONE,
          5);

  private Settlement with(long held) {
    var deposit = Deposit.none(plan).fund(eur(held), plan.rates().ofClient(eur(held)));
    return new Settlement(
        Map.of(plan.contract(), plan), Map.of(plan.contract(), deposit), Instant.EPOCH);
  }

  private Bill due(int week, long price, long withheld) {
    var id = new WeekId(plan.contract(), WEEK.plusWeeks(week));
    return new Bill(
        id, 60, eur(1_200), eur(price), eur(withheld), Bill.State.DUE, eur(0), null, null, 0);
  }

  @Test
  void aWeekForWhichNothingIsLeftStaysAsItWas() {
    var work = with(1_000);
    Stream.of(due(0, 1_000, 0), due(1, 500, 0)).map(b -> b.bill(null)).forEach(work::pay);
    assertThat(work.bills()).extracting(b -> b.id().week()).containsExactly(WEEK);
    assertThat(work.entries()).hasSize(1);
  }

  @Test
  void acceptedHoursOfAllWeeksAreCoveredBeforeAnythingIsKept() {
    var work = with(2_000);
    work.bill(List.of(due(0, 1_000, 500), due(1, 800, 0)));
    assertThat(work.bills()).extracting(Bill::owed).containsOnly(eur(0));
    assertThat(work.bills().getFirst().kept().work()).isEqualTo(eur(200));
    assertThat(work.deposits().getFirst().held()).isEqualTo(eur(0));
  }

  @Test
  void whatIsPaidInPartsCostsNoCentMore() {
    var whole = with(3_333);
    whole.bill(List.of(due(0, 3_333, 0)));
    var parts = with(1_111);
    parts.bill(List.of(due(0, 3_333, 0)));
    var first = parts.bills().getFirst();
    var second = with(2_222);
    second.pay(first);
    assertThat(second.bills().getFirst().paid()).isEqualTo(eur(3_333));
    assertThat(fees(parts) + fees(second)).isEqualTo(fees(whole));
  }

  /** The next cent of a price of 0.09 costs nothing, and was paid out of nothing. */
  @Test
  void whereNothingIsHeldWhatIsSettledIsOwed() {
    var work = new Treatment(Category.S, 2_100, Reason.NONE, 1_500);
    var taxed =
        new Plan(
            plan.contract(),
            plan.client(),
            plan.assistant(),
            plan.rail(),
            plan.currency(),
            plan.rates(),
            new Tax(work, 1, 1, 0, 0),
            5);
    var settlement =
        new Settlement(
            Map.of(taxed.contract(), taxed),
            Map.of(taxed.contract(), Deposit.none(taxed)),
            Instant.EPOCH);
    var id = new WeekId(taxed.contract(), WEEK);
    settlement.settle(
        new Bill(id, 1, eur(540), eur(9), eur(500), Bill.State.BILLED, eur(9), null, null, 1),
        eur(500));
    assertThat(settlement.entries()).isEmpty();
    assertThat(settlement.bills().getFirst().owed()).isEqualTo(eur(500));
  }

  private static long fees(Settlement work) {
    return work.entries().stream()
        .flatMap(e -> e.postings().stream())
        .filter(p -> p.account().code().equals("Income:Fees"))
        .mapToLong(p -> p.amount().minor())
        .sum();
  }
}
