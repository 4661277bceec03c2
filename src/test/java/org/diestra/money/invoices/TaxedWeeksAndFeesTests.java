package org.diestra.money.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Event;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same for weeks of hours, and for what the house takes. */
@HouseTest
class TaxedWeeksAndFeesTests extends TaxedHouse {
  /** Eight hours a week at twelve euros; one line is disputed, and paid after all. */
  @ParameterizedTest
  @EnumSource
  void weeksOfHoursComeToTheSameEverywhere(TaxCase it) {
    known(it);
    var signed = payers.hourly(client, assistant);
    var plan = plan(signed);
    var charges = plan.charges();
    var deposit = Account.hours(plan.client().value(), plan.contract().value());
    assertThat(ledger.balance(plan.book(), deposit)).isEqualTo(charges.gross(eur(9_600)));
    LocalDate week = hours.nextWeek();
    hours.add(signed, week, 0, 123); // 24.60
    var line = hours.add(signed, week, 1, 61); // 12.20
    hours.submit(signed, week);
    hours.query(signed, line);
    hours.close(week);
    weeks.holdFor(signed.id());
    weeks.pay(signed, week);
    assertThat(earned(plan))
        .isEqualTo(charges.gross(eur(3_680)).minus(charges.assistantFee(eur(3_680))));
    var all = issued();
    assertThat(all).hasSize(2).allMatch(i -> i.due().isZero());
    assertThat(sum(all, Invoice::paid)).isEqualTo(charges.gross(eur(3_680)));
    payers.fundHours(signed);
    assertThat(ledger.balance(plan.book(), deposit)).isEqualTo(charges.gross(eur(9_600)));
    weeks.holdFor(signed.id());
  }

  @Test
  void vatOnTheFeesIsTakenWithThemAndOwedByTheHouse() {
    parties.house(people.operator("Olga"));
    known(TaxCase.VAT_ON_TOP);
    var signed = payers.signed(client, assistant);
    var task = tasks.agreed(signed, eur(10_007));
    payers.fund(signed, task);
    inTwoParts(signed, task);
    var vat = // of 5.00 and 10.01, each in two parts
        ledger.statement(assistant.id().value(), null, 10).stream()
            .filter(line -> line.event() == Event.RELEASE)
            .flatMap(line -> ledger.find(line.entry()).orElseThrow().entry().postings().stream())
            .filter(posting -> posting.account().kind() == org.diestra.money.ledger.Kind.VAT)
            .map(posting -> posting.amount().negated())
            .reduce(eur(0), Money::plus);
    assertThat(vat).isEqualTo(eur(315));
    checks.holdFor(signed);
    mover.skipTo(clock.instant().plus(Duration.ofDays(32)));
    fees.all();
    for (var party : List.of(business, assistant.id().value())) {
      assertThat(invoices.page(party, null, Kind.FEE, null, 10))
          .singleElement()
          .matches(i -> i.due().isZero() && i.vat().isPositive());
    }
  }

  /** A fee of 0.02 bears no cent of VAT, and two of them were not asked for one either. */
  @Test
  void vatThatWasRoundedAwayIsNotAskedForByTheMonth() {
    parties.house(people.operator("Olga"));
    known(TaxCase.VAT_ON_TOP);
    var signed = payers.signed(client, assistant);
    for (int i = 0; i < 2; i++) {
      var task = tasks.agreed(signed, eur(40));
      payers.fund(signed, task);
      tasks.start(signed, task).orFail();
      tasks.deliver(signed, task);
      tasks.approve(signed, task).orFail();
    }
    mover.skipTo(clock.instant().plus(Duration.ofDays(32)));
    fees.all();
    assertThat(invoices.page(business, null, Kind.FEE, null, 10))
        .singleElement()
        .matches(i -> i.net().equals(eur(4)) && i.due().isZero());
  }
}
