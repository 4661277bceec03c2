package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import org.diestra.HouseTest;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.tasks.PricedTasks;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a client has with the house pays first. */
@HouseTest
class CreditTests {
  @Autowired private Payers payers;
  @Autowired private PricedTasks tasks;
  @Autowired private PayIns payIns;
  @Autowired private PayInStore store;
  @Autowired private MoneyChecks checks;
  @Autowired private Plans plans;
  @Autowired private Ledger ledger;
  @Autowired private HouseRights house;

  @Test
  void creditThatCameMeanwhilePaysWhatWasBegunOverTheBank() {
    var signed = payers.signed();
    var plan = plans.of(signed.id()).orElseThrow();
    var task = tasks.agreed(signed, eur(10_000));
    var other = tasks.agreed(signed, eur(10_000));
    var subject = Subject.task(signed.id(), task);
    var lucia = signed.client();
    var begun = as(lucia, () -> payIns.open(lucia, subject).orFail());
    payers.fund(signed, other);
    tasks.cancel(signed, other); // its price is credit now
    var paid = as(lucia, () -> payIns.open(lucia, subject).orFail());
    assertThat(paid).isInstanceOf(PayIn.Paid.class);
    assertThat(house.call(() -> store.find(begun.facts().id())).orElseThrow())
        .isInstanceOf(PayIn.Failed.class);
    assertThat(tasks.stage(task)).isEqualTo("FUNDED");
    assertThat(ledger.balance(plan.book(), plan.credit())).isEqualTo(eur(0));
    checks.holdFor(signed);
  }
}
