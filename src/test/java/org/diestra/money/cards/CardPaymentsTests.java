package org.diestra.money.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.money.cards.Checkout.State;
import org.diestra.money.cards.PretendStripe.Mood;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

/** A client pays by card: here, at Stripe, and whatever happens on the way between. */
@HouseTest
class CardPaymentsTests extends CardHouse {

  @Test
  void whoComesBackFromStripeHasFundedTheWork() throws Exception {
    var task = task(10_000);
    var payment = opened(task);
    var page = "/money/cards/" + Ids.text(payment);
    mvc.perform(get(page).with(signedIn(lucia)))
        .andExpect(status().isOk())
        .andExpect(
            header()
                .string(
                    "Content-Security-Policy",
                    Matchers.containsString("form-action 'self' " + stripe.address())));
    mvc.perform(post(page + "/paying").with(signedIn(lucia)).with(csrf()))
        .andExpect(redirectedUrl(stripe.address() + "/c/pay/" + session(payment)));
    var asked = stripe.state.thing(session(payment));
    assertThat(asked.get("amount_total").asLong()).isEqualTo(total(payment).minor());
    assertThat(asked.get("currency").asString()).isEqualTo("eur");
    assertThat(asked.get("success_url").asString()).endsWith(page + "/return");

    stripe.state.pay(session(payment));
    mvc.perform(get(page + "/return").with(signedIn(lucia)))
        .andExpect(redirectedUrl("/money/payments/" + Ids.text(payment)));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
    assertThat(tasks.stage(task)).isEqualTo("FUNDED");
    assertThat(clients()).isEqualTo(total(payment));
    assertThat(credit()).isEqualTo(eur(0));
  }

  @Test
  void askingTwiceOrAtOnceLeadsToOnePage() throws Exception {
    var payment = opened(task(4_000));
    assertThat(AtOnce.of(6, () -> pays(payment).orFail())).hasSize(6);
    var pages = stripe.state.things("cs_test_", "client_reference_id", Ids.text(payment)).size();
    assertThat(pages).isEqualTo(1);
    assertThat(pays(payment).orFail()).endsWith(session(payment));
  }

  @Test
  void anAnswerThatIsLostIsAskedForAgain() {
    var payment = opened(task(4_000));
    stripe.be(Mood.FORGETFUL);
    assertThat(pays(payment)).isInstanceOf(Outcome.Refused.class);
    stripe.be(Mood.WELL);
    assertThat(pays(payment).orFail()).endsWith(session(payment));
    assertThat(stripe.state.things("cs_test_", "client_reference_id", Ids.text(payment)))
        .hasSize(1);
  }

  @Test
  void aFailureOfStripesIsNotKeptForADay() {
    var payment = opened(task(4_000));
    stripe.be(Mood.FAILING);
    assertThat(pays(payment)).isInstanceOf(Outcome.Refused.class);
    stripe.be(Mood.WELL);
    assertThat(pays(payment).orFail()).endsWith(session(payment));
  }

  @Test
  void whereNobodyCallsTheHouseAsksByItself() {
    var payment = paidThere(task(4_000));
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(3)));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
  }

  @Test
  void anHourWithoutStripeLosesNothing() {
    var payment = paidThere(task(4_000));
    stripe.be(Mood.AWAY);
    mover.skipTo(clock.instant().plus(Duration.ofHours(1)));
    assertThat(stage(payment)).isEqualTo(Stage.SENT);
    stripe.be(Mood.WELL);
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(45)));
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
  }

  @Test
  void anotherAmountIsHeldForSomebodyToLookAt() {
    var task = task(4_000);
    var payment = opened(task);
    pays(payment).orFail();
    stripe.state.pay(session(payment), total(payment).minor() - 1, "eur");
    receipts.look(payment);
    assertThat(stage(payment)).isEqualTo(Stage.SENT);
    assertThat(cards.find(payment).orElseThrow())
        .matches(c -> c.state() == State.HELD && "amount".equals(c.why()));
    assertThat(clients()).isEqualTo(eur(0));
    assertThat(tasks.stage(task)).isNotEqualTo("FUNDED");
  }

  @Test
  void anotherCurrencyIsHeldAsWell() {
    var payment = opened(task(4_000));
    pays(payment).orFail();
    stripe.state.pay(session(payment), total(payment).minor(), "usd");
    receipts.look(payment);
    assertThat(cards.find(payment).orElseThrow())
        .matches(c -> c.state() == State.HELD && c.paid() == null);
  }

  @Test
  void whoDoesNotPayAfterAllHasClosedThePage() {
    var payment = opened(task(4_000));
    pays(payment).orFail();
    as(lucia, () -> cards.leave(lucia, payment).orFail());
    assertThat(stage(payment)).isEqualTo(Stage.FAILED);
    assertThat(stripe.state.thing(session(payment)).get("status").asString()).isEqualTo("expired");
  }

  @Test
  void whatWasPaidMeanwhileCountsEvenIfTheClientLeaves() {
    var payment = paidThere(task(4_000));
    as(lucia, () -> cards.leave(lucia, payment).orFail());
    assertThat(stage(payment)).isEqualTo(Stage.PAID);
  }

  /** Whatever made us take it for over: the money is at Stripe, and nobody may lose it. */
  @Test
  void whatWasTakenForOverAndIsPaidAllTheSameIsHeld() throws Exception {
    var payment = opened(task(4_000));
    pays(payment).orFail();
    var open = cards.find(payment).orElseThrow();
    house.call(() -> checkouts.move(State.OPEN, open.over("expired", clock.instant())));
    receipts.look(payment);
    assertThat(stage(payment)).isEqualTo(Stage.FAILED);
    stripe.state.pay(session(payment));
    for (int call = 0; call < 2; call++) {
      hears(completed(event(), payment));
      mover.moveTo(clock.instant().plus(Duration.ofSeconds(1)));
    }
    assertThat(cards.find(payment).orElseThrow())
        .matches(c -> c.state() == State.HELD && "late".equals(c.why()))
        .matches(c -> total(payment).equals(c.paid()));
    assertThat(clients()).isEqualTo(eur(0));
  }

  @Test
  void nothingIsTakenForWhomStripeDoesNotPayAnyMore() {
    var task = task(4_000);
    var payment = opened(task);
    var account = connected(rosa);
    house.call(() -> connections.tell(account, false, "papers", clock.instant()));
    assertThat(pays(payment))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            r -> assertThat(r.why().key()).isEqualTo("cards.conflict.assistant"));
    assertThat(stage(payment)).isEqualTo(Stage.OPEN);
    house.call(() -> connections.tell(account, true, "", clock.instant()));
    pays(payment).orFail();
  }

  @Test
  void lessThanACardCanPayIsSaid() throws Exception {
    var payment = opened(task(20));
    mvc.perform(
            post("/money/cards/" + Ids.text(payment) + "/paying")
                .with(signedIn(lucia))
                .with(csrf()))
        .andExpect(redirectedUrl("/money/payments/" + Ids.text(payment)))
        .andExpect(flash().attributeExists("flash"));
    assertThat(stage(payment)).isEqualTo(Stage.FAILED);
  }

  @Test
  void onlyWhoPaysSeesIt() throws Exception {
    var payment = opened(task(4_000));
    for (var other :
        new org.diestra.platform.accounts.Viewer[] {rosa, people.client("Somebody Else")}) {
      mvc.perform(get("/money/cards/" + Ids.text(payment)).with(signedIn(other)))
          .andExpect(status().isNotFound());
    }
    mvc.perform(get("/money/cards/" + Ids.text(payment)).with(signedIn(lucia)))
        .andExpect(content().string(Matchers.containsString("test mode")));
  }

  @Test
  void anAssistantWithoutAnAccountThereIsNotPaidByCard() {
    var without = contracts.mixed(people.client("Marc Soler"), assistants.published("Ana Ruiz"));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> payers.opened(without, tasks.agreed(without, eur(4_000)))))
        .isInstanceOf(org.diestra.platform.base.NotFound.class);
  }
}
