package org.diestra.money.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.cards.PretendStripe.Mood;
import org.diestra.money.ledger.Account;
import org.diestra.money.payouts.Earners;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was earned by card reaches the assistant's own account at Stripe, or comes back. */
@HouseTest
class CardPayoutsTests extends CardHouse {
  private static final Duration SOON = Duration.ofMinutes(3);
  @Autowired Earners earners;
  @Autowired Connections accounts;
  @Autowired CardOutlet outlet;
  private Viewer ana;

  @BeforeEach
  void anaHasEarnedByCard() {
    ana = assistants.published("Ana Ruiz");
    earners.earn(ana, BOOK, 10_000);
    accounts.connect(ana, "ES").orFail();
  }

  private String account() {
    return accounts.of(ana).orElseThrow().account();
  }

  private void ready() {
    stripe.state.onboarded(account());
    accounts.look(ana);
  }

  private long available() {
    return ledger.balance(BOOK, Account.available(ana.id().value())).minor();
  }

  private void aWhile() {
    mover.moveTo(clock.instant().plus(SOON));
  }

  private String transfer(UUID payout) {
    return stripe.state.things("tr_", "transfer_group", "payout-" + Ids.text(payout)).stream()
        .map(t -> t.get("id").asString())
        .reduce((one, other) -> one + " and " + other)
        .orElse("none");
  }

  @Test
  void whoIsKnownToStripeIsPaidThere() {
    ready();
    var payout = earners.released(ana, BOOK, 6_000);
    aWhile();
    assertThat(earners.state(payout)).isEqualTo("PAID");
    assertThat(stripe.state.thing(transfer(payout)).get("destination").asString())
        .isEqualTo(account());
    assertThat(available()).isEqualTo(4_000);
  }

  @Test
  void whoIsNotReadyCanNotAskForIt() {
    assertThat(earners.asked(ana, BOOK, 6_000)).isEqualTo("cards.conflict.no-account");
    assertThat(available()).isEqualTo(10_000);
  }

  @Test
  void whatIsTakenBackAtStripeIsTheAssistantsAgain() throws Exception {
    ready();
    var payout = earners.released(ana, BOOK, 6_000);
    aWhile();
    var sent = stripe.state.reverse(stripe.state.thing(transfer(payout)));
    hears(stripe.call(event(), "transfer.reversed", sent));
    hears(stripe.call(event(), "transfer.updated", sent));
    aWhile();
    assertThat(earners.state(payout)).isEqualTo("RETURNED");
    assertThat(available()).isEqualTo(10_000);
  }

  @Test
  void aLostAnswerPaysOnce() {
    ready();
    stripe.be(Mood.FORGETFUL);
    var payout = earners.released(ana, BOOK, 6_000);
    mover.moveTo(clock.instant().plusSeconds(1));
    stripe.be(Mood.AWAY);
    mover.skipTo(clock.instant().plus(Duration.ofHours(30)));
    assertThat(earners.state(payout)).isEqualTo("SENT");
    stripe.be(Mood.WELL);
    mover.moveTo(clock.instant().plus(Duration.ofHours(11))); // a third of the time
    aWhile();
    assertThat(earners.state(payout)).isEqualTo("PAID");
    assertThat(transfer(payout)).doesNotContain("and");
  }

  @Test
  void whatStripeRefusesComesBack() {
    ready();
    stripe.state.thing(account()).put("payouts_enabled", false);
    var payout = earners.released(ana, BOOK, 6_000);
    aWhile();
    assertThat(earners.state(payout)).isEqualTo("RETURNED");
    assertThat(available()).isEqualTo(10_000);
  }

  @Test
  void whatStripeSaysOfAnAccountIsAskedAgain() throws Exception {
    var updated = stripe.state.onboarded(account());
    hears(stripe.call(event(), "account.updated", updated));
    mover.moveTo(clock.instant().plusSeconds(1));
    assertThat(accounts.of(ana).orElseThrow().ready()).isTrue();
    assertThat(accounts.connect(ana, "FR").orFail()).endsWith(account()); // there is only one
  }

  @Test
  void thePagesSayHowItStands() throws Exception {
    mvc.perform(get("/money/cards/account").with(signedIn(ana)))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("Stripe …")));
    mvc.perform(get("/money/payouts").with(signedIn(ana)))
        .andExpect(content().string(Matchers.containsString("/money/cards/account")));
    mvc.perform(get("/money/cards/account").with(signedIn(lucia))).andExpect(status().isNotFound());
    mvc.perform(post("/money/cards/account").with(signedIn(ana)).with(csrf()))
        .andExpect(status().is3xxRedirection()); // to prove who it is
    var operator = people.operator("Olga Operates");
    mvc.perform(get("/operator/cards").with(signedIn(operator)))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("Test mode")));
    mvc.perform(get("/operator/cards").with(signedIn(ana))).andExpect(status().isNotFound());
  }
}
