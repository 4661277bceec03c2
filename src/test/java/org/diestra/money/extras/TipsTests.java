package org.diestra.money.extras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyChecks;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Releases;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A tip from its form to the assistant, over the pretend bank, which is slow. */
@HouseTest
class TipsTests {
  private static final Duration SLOW = Duration.ofSeconds(20);
  @Autowired private Payers payers;
  @Autowired private Tips tips;
  @Autowired private TipStore store;
  @Autowired private Plans plans;
  @Autowired private Releases releases;
  @Autowired private Ledger ledger;
  @Autowired private MoneyChecks checks;
  @Autowired private Engagements engagements;
  @Autowired private HouseRights house;
  @Autowired private JdbcClient jdbc;
  @Autowired private MockMvc mvc;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  private Signed signed;
  private Plan plan;
  private String extras;

  @BeforeEach
  void aContractRuns() {
    signed = payers.signed();
    plan = plans.of(signed.id()).orElseThrow();
    extras = signed.href() + "/money/extras";
  }

  @AfterEach
  void theBooksAreSoundAndNothingStaysInEscrow() {
    checks.holdFor(signed);
    for (var tip : house.call(() -> store.of(signed.id(), 100))) {
      assertThat(balance(plan.extra(tip.facts().id()))).isEqualTo(eur(0));
    }
  }

  private Money balance(Account account) {
    return ledger.balance(plan.book(), account);
  }

  private Money held() {
    return balance(Account.held(plan.assistant().value()));
  }

  private void sees(Viewer viewer, String page, ResultMatcher... what) throws Exception {
    mvc.perform(get(page).with(signedIn(viewer))).andExpect(status().isOk()).andExpectAll(what);
  }

  private static ResultMatcher has(String text) {
    return content().string(containsString(text));
  }

  private static ResultMatcher hasNot(String text) {
    return content().string(not(containsString(text)));
  }

  private MockHttpServletRequestBuilder form(String amount, String words) {
    return post(extras + "/tip")
        .with(signedIn(signed.client()))
        .with(csrf())
        .param("amount", amount)
        .param("words", words);
  }

  private String done(MockHttpServletRequestBuilder request) throws Exception {
    var answer = mvc.perform(request).andExpect(status().is3xxRedirection()).andReturn();
    return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
  }

  private String posted(String page) throws Exception {
    return done(post(page).with(signedIn(signed.client())).with(csrf()));
  }

  /** Fills in the form; gives where it is paid. */
  private String promised(String amount, String words) throws Exception {
    return done(form(amount, words)).replace("/funding", "");
  }

  /** Has the bank pay it, which takes its time; gives the page of the payment. */
  private String paying(String tip) throws Exception {
    var payment = posted(tip + "/payments");
    done(
        post(payment.replace("payments", "pretend-bank"))
            .with(signedIn(signed.client()))
            .with(csrf())
            .param("wish", "pay"));
    return payment;
  }

  private void theBankAnswers() {
    mover.moveTo(clock.instant().plus(SLOW));
  }

  @Test
  void aTipIsPaidAtTheBankAndReachesTheAssistantWhole() throws Exception {
    var lucia = signed.client();
    var rosa = signed.assistant();
    sees(lucia, extras + "/tip", has("No fee is taken"), has("invoiced with the title"));
    var tip = promised("25,50", "You saved the week");
    sees(lucia, tip + "/funding", has("€25.50"), has("This house takes nothing of a tip"));
    sees(
        lucia, extras, has("Not paid yet"), has("You saved the week"), hasNot("Give a tip</span>"));
    sees(rosa, extras, has("No ha llegado ninguna propina"), hasNot("You saved the week"));
    var payment = paying(tip);
    sees(lucia, payment, has("On its way"), has("Tip"));
    assertThat(held()).isEqualTo(eur(0));
    theBankAnswers();
    assertThat(held()).isEqualTo(eur(2_550));
    sees(lucia, payment, has("It was paid on"), has("To tips and expenses"));
    sees(rosa, extras, has("You saved the week"), has("25,50"));
    sees(rosa, "/notifications", has("te ha dado una propina de 25,50"));
    sees(rosa, "/money", has("Propina"), has(extras));
    sees(lucia, "/money/statement.csv", has("Paid in for a tip"), has("Tip,"));
    assertThat(due()).isEqualTo("Tip 2550");
  }

  /** What is to be invoiced of this contract. */
  private String due() {
    return house.call(() ->
        jdbc.sql("select title || ' ' || price from invoices.due where contract = :contract")
            .param("contract", signed.id().value())
            .query(String.class)
            .single());
  }

  @Test
  void itWaitsItsDaysAndIsThenAvailableOnce() throws Exception {
    paying(promised("10", ""));
    theBankAnswers();
    var entry = ledger.statement(plan.assistant().value(), null, 1).getFirst().entry();
    matures(entry); // too early
    assertThat(held()).isEqualTo(eur(1_000));
    mover.skipTo(clock.instant().plus(Duration.ofDays(plan.holdDays())));
    matures(entry);
    matures(entry);
    assertThat(held()).isEqualTo(eur(0));
    assertThat(balance(Account.available(plan.assistant().value()))).isEqualTo(eur(1_000));
  }

  private void matures(UUID entry) {
    house.call(() -> {
      releases.mature(entry);
      return entry;
    });
  }

  @Test
  void sixteenClicksOnEachButtonAreOne() throws Exception {
    credit("60");
    var pages = AtOnce.of(16, () -> promised("20", "Thanks"));
    assertThat(Set.copyOf(pages)).hasSize(1);
    AtOnce.of(16, () -> mvc.perform(pay(pages.getFirst())).andReturn()); // later ones are told
    assertThat(held()).isEqualTo(eur(2_000));
    assertThat(balance(plan.credit())).isEqualTo(eur(4_000));
  }

  private MockHttpServletRequestBuilder pay(String tip) {
    return post(tip + "/payments").with(signedIn(signed.client())).with(csrf());
  }

  /** Leaves the client with credit: a tip was dropped while its money was on its way. */
  private void credit(String amount) throws Exception {
    var tip = promised(amount, "");
    paying(tip);
    posted(tip + "/removal");
    posted(tip + "/removal");
    theBankAnswers();
  }

  @Test
  void whatIsDroppedOnItsWayIsCreditAndPaysTheNextAtOnce() throws Exception {
    credit("60");
    assertThat(held()).isEqualTo(eur(0));
    assertThat(balance(plan.credit())).isEqualTo(eur(6_000));
    var tip = promised("45", "From what is left");
    assertThat(posted(tip + "/payments")).isEqualTo(extras);
    assertThat(held()).isEqualTo(eur(4_500));
    assertThat(balance(plan.credit())).isEqualTo(eur(1_500));
    assertThat(posted(tip + "/removal")).isEqualTo(extras); // says that it is paid
    assertThat(held()).isEqualTo(eur(4_500));
  }

  @Test
  void oneIsPaidOrDroppedBeforeTheNext() throws Exception {
    promised("10", "");
    mvc.perform(form("11", "")).andExpect(status().isConflict()).andExpectAll(has("€10.00"));
    assertThat(done(get(extras + "/tip").with(signedIn(signed.client())))).isEqualTo(extras);
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
    for (var wrong : new String[] {"", "0", "0.99", "-5", "10000.01", "ten", "1e3"}) {
      mvc.perform(form(wrong, "For Monday"))
          .andExpect(status().isUnprocessableContent())
          .andExpectAll(has("Write an amount from €1.00 to €10,000.00"), has("For Monday"));
    }
    mvc.perform(form("5", "x".repeat(501)))
        .andExpect(status().isUnprocessableContent())
        .andExpectAll(has("value=\"5\""));
  }

  @Test
  void onlyWhoPaysForThisContractGivesTips() throws Exception {
    var tip = promised("10", "");
    var other = payers.signed();
    for (var viewer : new Viewer[] {signed.assistant(), other.client(), other.assistant()}) {
      mvc.perform(get(extras + "/tip").with(signedIn(viewer))).andExpect(status().isNotFound());
      for (var page : new String[] {extras + "/tip", tip + "/payments", tip + "/removal"}) {
        mvc.perform(post(page).with(signedIn(viewer)).with(csrf()).param("amount", "5"))
            .andExpect(status().isNotFound());
      }
    }
    var elsewhere = tip.replace(signed.href(), other.href());
    for (var page : new String[] {elsewhere + "/payments", elsewhere + "/removal"}) {
      mvc.perform(post(page).with(signedIn(other.client())).with(csrf()))
          .andExpect(status().isNotFound());
    }
  }

  @Test
  void aContractThatEndedLatelyStillTakesOne() throws Exception {
    var lucia = signed.client();
    var seen = engagements.find(signed.id()).orElseThrow().facts().version();
    as(lucia, () -> engagements.leave(lucia, signed.id(), seen, "It was not safe").orFail());
    paying(promised("10", "Farewell"));
    theBankAnswers();
    assertThat(held()).isEqualTo(eur(1_000));
    house.call(() ->
        jdbc.sql(
                """
                update engagements.engagement set since = since - interval '91 days'
                where contract = :contract
                """)
            .param("contract", signed.id().value())
            .update());
    sees(lucia, extras, has("Farewell"), hasNot("Give a tip</span>"));
    assertThat(as(lucia, () -> tips.promise(lucia, signed.id(), eur(500), null)))
        .isInstanceOf(Outcome.Refused.class);
  }
}
