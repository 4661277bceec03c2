package org.diestra.money.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.money.cards.OwnLineStore.Owed;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.payments.Chargebacks;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Stripe takes for itself, what is put in, what comes otherwise and what is taken back. */
@HouseTest
class MovementsTests extends CardHouse {
  @Autowired Movements movements;
  @Autowired OwnLineStore lines;
  @Autowired HeldPayments held;
  @Autowired Disputes disputes;
  @Autowired Chargebacks chargebacks;

  /** Nothing waits, and the house has nothing of its own there. */
  @BeforeEach
  void theHouseIsEven() {
    movements.run();
    stripe.state.topUp(100_000);
    movements.run();
    var own = ledger.own(BOOK);
    if (own.isPositive()) {
      ledger.post(
          Entry.of(BOOK, Event.WITHDRAWAL, "test:own:" + Ids.fresh(), clock.instant())
              .debit(Account.of(Kind.HOUSE), own)
              .credit(Account.clientMoney(), own));
    }
    assertThat(owed()).isEqualTo(eur(0));
  }

  private Money owed() {
    return house.call(lines::owed).stream()
        .map(Owed::amount)
        .filter(amount -> amount.currency().equals(BOOK.currency()))
        .findFirst()
        .orElse(eur(0));
  }

  private Money costs() {
    return ledger.balance(BOOK, Account.of(Kind.RAIL_COSTS));
  }

  @Test
  void aFeeWaitsUntilTheHouseHasMoneyOfItsOwn() throws Exception {
    var before = costs();
    var payment = paid(task(10_000));
    var fee = eur(StripeState.fee(total(payment).minor()));
    movements.run();
    assertThat(owed()).isEqualTo(fee.negated());
    assertThat(costs()).isEqualTo(before);
    AtOnce.of(
        4,
        () -> {
          stripe.state.topUp(fee.minor() / 2 + 1);
          movements.run();
          return fee;
        });
    movements.run();
    assertThat(owed()).isEqualTo(eur(0));
    assertThat(costs()).isEqualTo(before.plus(fee));
  }

  @Test
  void aTopUpThatIsCalledOutCoversIt() throws Exception {
    var payment = paid(task(10_000));
    var fee = StripeState.fee(total(payment).minor());
    var topUp = stripe.state.topUp(fee);
    assertThat(hears(stripe.call(event(), "topup.succeeded", topUp))).isEqualTo(200);
    mover.moveTo(clock.instant().plusSeconds(1));
    assertThat(owed()).isEqualTo(eur(0));
    assertThat(ledger.own(BOOK)).isEqualTo(eur(0));
  }

  @Test
  void whatIsHeldCanBeTheClientsCredit() {
    var operator = people.operator("Olga Operates");
    var task = task(4_000);
    var payment = opened(task);
    pays(payment).orFail();
    var more = total(payment).plus(eur(700));
    stripe.state.pay(session(payment), more.minor(), "eur");
    receipts.look(payment);
    assertThat(held.take(operator, payment)).isInstanceOf(Outcome.Done.class);
    assertThat(held.take(operator, payment)).isInstanceOf(Outcome.Refused.class);
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    assertThat(clients()).isEqualTo(more);
    assertThat(credit()).isEqualTo(eur(700));
  }

  @Test
  void whatIsHeldAndTooLittleIsCreditAndThePaymentIsOver() {
    var operator = people.operator("Olga Operates");
    var payment = opened(task(4_000));
    pays(payment).orFail();
    stripe.state.pay(session(payment), 1_000, "eur");
    receipts.look(payment);
    held.take(operator, payment).orFail();
    assertThat(stage(payment)).isEqualTo(Stage.FAILED);
    assertThat(credit()).isEqualTo(eur(1_000));
  }

  @Test
  void whatIsHeldInAnotherCurrencyGoesBack() {
    var operator = people.operator("Olga Operates");
    var payment = opened(task(4_000));
    pays(payment).orFail();
    var paid = stripe.state.pay(session(payment), 9_999, "usd");
    receipts.look(payment);
    assertThat(held.take(operator, payment)).isInstanceOf(Outcome.Refused.class);
    held.giveBack(operator, payment).orFail();
    assertThat(stage(payment)).isEqualTo(Stage.FAILED);
    assertThat(stripe.state.things("re_", "payment_intent", paid.get("payment_intent").asString()))
        .hasSize(1);
  }

  @Test
  void whatTheClientsBankTakesIsToldOnAndOnlyOnce() throws Exception {
    var payment = paid(task(10_000));
    var intent = cards.find(payment).orElseThrow().intent();
    var dispute = stripe.state.dispute(intent, total(payment).minor());
    for (var type : new String[] {"charge.dispute.created", "charge.dispute.funds_withdrawn"}) {
      assertThat(hears(stripe.call(event(), type, dispute))).isEqualTo(200);
    }
    mover.moveTo(clock.instant().plusSeconds(1));
    assertThat(chargebacks.of(payment).orElseThrow())
        .matches(c -> c.amount().equals(total(payment)) && !c.back());
    stripe.state.won(dispute);
    hears(stripe.call(event(), "charge.dispute.funds_reinstated", dispute));
    mover.moveTo(clock.instant().plusSeconds(1));
    assertThat(chargebacks.of(payment).orElseThrow().back()).isTrue();
    assertThat(disputes.latest(500)).anyMatch(d -> d.payment().equals(payment) && d.returned());
  }

  @Test
  void whatTheBankTakesIsFoundWithoutACallToo() {
    var payment = paid(task(10_000));
    stripe.state.dispute(cards.find(payment).orElseThrow().intent(), total(payment).minor());
    mover.skipTo(clock.instant().plus(Duration.ofHours(7)));
    assertThat(chargebacks.of(payment)).isPresent();
  }
}
