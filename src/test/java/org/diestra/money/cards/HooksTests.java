package org.diestra.money.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.cards.PretendStripe.Call;
import org.diestra.money.cards.PretendStripe.Mood;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.payments.Receipts.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Stripe calls out: signed, once, in any order, and never believed. */
@HouseTest
class HooksTests extends CardHouse {
  @Autowired private Hooks calls;

  private static final Duration SOON = Duration.ofSeconds(1);

  private boolean kept(String event) {
    return house.call(() -> hooks.hash(event)).isPresent();
  }

  @Test
  void aCallSettlesThePaymentBeforeTheClientIsBack() throws Exception {
    var payment = paidThere(task(4_000));
    assertThat(hears(completed(event(), payment))).isEqualTo(200);
    mover.moveTo(clock.instant().plus(SOON));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
  }

  @Test
  void aHundredOfTheSameAtOnceSettleItOnce() throws Exception {
    var payment = paidThere(task(4_000));
    var call = completed(event(), payment);
    assertThat(AtOnce.of(100, () -> hears(call))).containsOnly(200);
    mover.moveTo(clock.instant().plus(SOON));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    assertThat(clients()).isEqualTo(total(payment));
  }

  @Test
  void whatComesInAnotherOrderIsWhatStripeSaysItIs() throws Exception {
    var payment = opened(task(4_000));
    pays(payment).orFail();
    var early = completed(event(), payment); // says that it is complete: it is not
    assertThat(hears(early)).isEqualTo(200);
    var gone =
        stripe.call(event(), "checkout.session.expired", stripe.state.thing(session(payment)));
    assertThat(hears(gone)).isEqualTo(200);
    mover.moveTo(clock.instant().plus(SOON));
    assertThat(stage(payment)).isEqualTo(Stage.SENT);
    stripe.state.pay(session(payment));
    assertThat(hears(completed(event(), payment))).isEqualTo(200);
    mover.moveTo(clock.instant().plus(SOON));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
  }

  @Test
  void aDayLaterItIsNotTakenForNew() throws Exception {
    var payment = paidThere(task(4_000));
    var event = event();
    var old =
        completed(event, payment)
            .signed(PretendStripe.SECRET, Instant.now().minus(Duration.ofDays(1)));
    assertThat(hears(old)).isEqualTo(400);
    assertThat(kept(event)).isFalse();
  }

  @Test
  void eitherSecretIsGoodWhileOneReplacesTheOther() throws Exception {
    var payment = paidThere(task(4_000));
    var call = completed(event(), payment);
    assertThat(hears(call.signed(PretendStripe.OLD_SECRET, Instant.now()))).isEqualTo(200);
    assertThat(hears(call.signed("whsec_somebodyelses", Instant.now()))).isEqualTo(400);
  }

  @Test
  void whatNobodySignedLeavesNothingBehind() throws Exception {
    var payment = paidThere(task(4_000));
    var event = event();
    var call = completed(event, payment);
    for (var header :
        new String[] {"t", "t=,v1=", "t=1", "v1=00", "", "t=99999999999999999,v1=0"}) {
      assertThat(hears(new Call(call.body(), header))).isEqualTo(400);
    }
    assertThat(hears(new Call(call.body().replace("\"type\"", "\"kind\""), call.signature())))
        .isEqualTo(400);
    assertThat(
            mvc.perform(post("/hooks/stripe").content(call.body()))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(400);
    assertThat(kept(event)).isFalse();
  }

  @Test
  void anotherCallOfThatNameIsRefused() throws Exception {
    var one = paidThere(task(4_000));
    var other = paidThere(task(5_000));
    var event = event();
    assertThat(hears(completed(event, one))).isEqualTo(200);
    assertThat(hears(completed(event, other))).isEqualTo(409);
  }

  @Test
  void whatIsHugeOrOfAnotherModeIsNotKept() throws Exception {
    var payment = paidThere(task(4_000));
    var event = event();
    var call = completed(event, payment);
    var live = call.body().replace("\"livemode\":false", "\"livemode\":true");
    assertThat(hears(new Call(live, "").signed(PretendStripe.SECRET, Instant.now())))
        .isEqualTo(200);
    var huge = call.body() + " ".repeat(Hooks.MOST);
    assertThat(hears(new Call(huge, "").signed(PretendStripe.SECRET, Instant.now())))
        .isEqualTo(413);
    assertThat(kept(event)).isFalse();
  }

  @Test
  void whatIsSignedAndNoCallIsRefused() throws Exception {
    for (var body : new String[] {"", "[]", "{}", "null", "{\"id\":{}}", "{\"id\":\"evt_1\"}"}) {
      assertThat(hears(new Call(body, "").signed(PretendStripe.SECRET, Instant.now())))
          .isEqualTo(400);
    }
  }

  @Test
  void whereStripeIsAwayWhatWasHeardWaits() throws Exception {
    var payment = paidThere(task(4_000));
    stripe.be(Mood.AWAY);
    assertThat(hears(completed(event(), payment))).isEqualTo(200);
    mover.moveTo(clock.instant().plus(SOON));
    assertThat(stage(payment)).isEqualTo(Stage.SENT);
    stripe.be(Mood.WELL);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(3)));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
  }

  /** Its timer was given up meanwhile, and Stripe has had its answer. */
  @Test
  void whatNobodyCouldLookIntoForDaysIsLookedIntoOnceMore() {
    var payment = paidThere(task(4_000));
    heard("evt_old", payment, Duration.ofDays(2).plusSeconds(1));
    heard("evt_new", payment, Duration.ofDays(1));
    calls.again();
    mover.moveTo(clock.instant().plus(SOON));
    assertThat(house.call(() -> hooks.waiting("evt_old"))).isEmpty();
    assertThat(house.call(() -> hooks.waiting("evt_new"))).isPresent(); // its timer has it
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
  }

  private void heard(String event, UUID payment, Duration ago) {
    var call = new Hooks.Call(event, "checkout.session.completed", session(payment), "", false, 1);
    house.call(() -> hooks.add(call, clock.instant().minus(ago)));
  }
}
