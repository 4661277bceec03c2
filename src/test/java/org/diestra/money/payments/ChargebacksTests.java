package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import org.diestra.money.ledger.Account;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A client's bank takes a payment back, at each moment of its way. */
class ChargebacksTests extends ChargedTask {
  @Autowired private Refunds refunds;

  @Test
  void whatIsHeldForTheWorkGoesFirst() {
    taken();
    assertThat(of(plan.escrow(task)).plus(of(plan.feeEscrow(task)))).isEqualTo(eur(0));
    assertThat(owed()).isEqualTo(eur(0));
    assertThat(due()).isEqualTo(eur(0));
    payers.fund(signed, task); // it may be paid for again
    assertThat(of(plan.escrow(task))).isEqualTo(PRICE);
  }

  @Test
  void aPartTakesAsMuchOfTheFee() {
    chargebacks.taken(payment, eur(5_250), reference);
    assertThat(of(plan.escrow(task))).isEqualTo(eur(5_000));
    assertThat(of(plan.feeEscrow(task))).isEqualTo(eur(250));
  }

  @Test
  void whatIsOnHoldGoesBeforeTheHousesOwn() {
    approved();
    taken();
    assertThat(held()).isEqualTo(eur(0));
    assertThat(owed()).isEqualTo(PAID.minus(NET)); // the fees, which the house gives back
    assertThat(due()).isEqualTo(PAID);
    holdIsOver();
    assertThat(available()).isEqualTo(eur(0));
    assertThat(tasks.stage(task)).isNotEqualTo("PAID");
  }

  @Test
  void whatMayBeCalledForStaysTheAssistants() {
    approved();
    holdIsOver();
    taken();
    assertThat(available()).isEqualTo(NET);
    assertThat(owed()).isEqualTo(PAID);
    assertThat(tasks.stage(task)).isEqualTo("PAID");
  }

  @Test
  void whatCameBackIsEverybodysAgain() {
    approved();
    taken();
    returned();
    returned();
    assertThat(held()).isEqualTo(NET);
    assertThat(owed()).isEqualTo(eur(0));
    holdIsOver();
    assertThat(available()).isEqualTo(NET);
    assertThat(tasks.stage(task)).isEqualTo("PAID");
    taken(); // said again, a day late
    assertThat(chargebacks.of(payment).orElseThrow().back()).isTrue();
    assertThat(available()).isEqualTo(NET);
  }

  @Test
  void whatCameBackLateIsAvailableAtOnce() {
    approved();
    taken();
    holdIsOver();
    returned();
    assertThat(available()).isEqualTo(NET);
    mover.moveTo(clock.instant().plusSeconds(1));
    assertThat(tasks.stage(task)).isEqualTo("PAID");
  }

  @Test
  void whatTheHouseHasNotWaitsUntilItHas() {
    approved();
    holdIsOver();
    nothingIsTheHouses();
    taken();
    assertThat(owed()).isEqualTo(eur(0));
    assertThat(due()).isEqualTo(PAID);
    put(eur(4_000));
    mover.skipTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(owed()).isEqualTo(eur(4_000));
    put(eur(50_000));
    mover.skipTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(owed()).isEqualTo(PAID);
  }

  @Test
  void whatWaitedAndCameBackMovesNothing() {
    approved();
    holdIsOver();
    nothingIsTheHouses();
    var before = of(Account.clientMoney());
    taken();
    returned();
    put(eur(50_000));
    mover.skipTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(of(Account.clientMoney())).isEqualTo(before.plus(eur(50_000)));
    assertThat(of(plan.credit())).isEqualTo(eur(0));
  }

  @Test
  void theClientsCreditPaysTheAssistantAndThenTheHouse() {
    approved();
    taken();
    var other = tasks.agreed(signed, PRICE);
    payers.fund(signed, other);
    tasks.cancel(signed, other);
    assertThat(of(plan.credit())).isEqualTo(PAID);
    var lucia = signed.client();
    assertThat(as(lucia, () -> refunds.send(lucia, plan.client(), plan.book())))
        .isInstanceOf(Outcome.Refused.class);
    mover.skipTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(held()).isEqualTo(NET);
    assertThat(owed()).isEqualTo(eur(0));
    assertThat(of(plan.credit())).isEqualTo(eur(0));
    holdIsOver();
    assertThat(available()).isEqualTo(NET);
  }
}
