package org.diestra.money.retainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.util.List;
import org.diestra.HouseTest;
import org.diestra.money.invoices.Invoiced;
import org.diestra.money.invoices.Invoices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Months of 220.00 € with 21 % on top and 15 % kept back: 233.20 €. */
@HouseTest
class TaxedMonthsTests extends RetainerHouse {
  @Autowired private Invoiced invoiced;
  @Autowired private Invoices invoices;

  @Test
  void theyAreHeldEarnedAndGivenBackWithTheirTaxes() {
    invoiced.spanish(signed.client(), signed.assistant());
    plan = plans.of(signed.id()).orElseThrow();
    assertThat(month(1).wanted(plan.charges())).isEqualTo(eur(1_320)); // it was paid in before
    fund(1);
    assertThat(month(1).held()).isEqualTo(eur(23_320));
    over(1);
    assertThat(earned()).isEqualTo(plan.net(eur(22_000)));
    invoiced.issue();
    var entry = ledger.statement(plan.assistant().value(), null, 1).getFirst().entry();
    assertThat(invoices.due(List.of(entry))).containsValue(eur(0));
    fund(2);
    assertThat(month(2).held()).isEqualTo(eur(23_320));
    var before = credit();
    var rosa = signed.assistant();
    var seen = month(2).steps();
    as(rosa, () -> giving.give(rosa, signed.id(), month(2).id(), eur(11_000), seen).orFail());
    assertThat(month(2).held()).isEqualTo(eur(11_660));
    var charges = plan.charges();
    var fee = charges.clientFee(eur(22_000)).minus(charges.clientFee(eur(11_000)));
    assertThat(credit().minus(before)).isEqualTo(eur(11_660).plus(fee));
  }
}
