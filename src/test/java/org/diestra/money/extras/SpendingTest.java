package org.diestra.money.extras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.extras.Expense.State;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyChecks;
import org.diestra.money.payments.Payers;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What tests of expenses do again and again. */
abstract class SpendingTest {
  static final Duration SLOW = Duration.ofSeconds(20);
  @Autowired Payers payers;
  @Autowired Expenses expenses;
  @Autowired ExpenseTimes times;
  @Autowired Timers timers;
  @Autowired ExpenseStore store;
  @Autowired Plans plans;
  @Autowired Ledger ledger;
  @Autowired MoneyChecks checks;
  @Autowired Engagements engagements;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc mvc;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  Signed signed;
  Plan plan;
  String extras;

  @BeforeEach
  void aContractRuns() {
    signed = payers.signed();
    plan = plans.of(signed.id()).orElseThrow();
    extras = signed.href() + "/money/extras";
  }

  @AfterEach
  void theBooksAreSoundAndEscrowIsWhatExpensesSay() {
    checks.holdFor(signed);
    for (var it : house.call(() -> store.of(signed.id(), 100))) {
      assertThat(balance(plan.extra(it.facts().id())))
          .isEqualTo(it.held() ? it.facts().ceiling() : eur(0));
    }
  }

  Money balance(Account account) {
    return ledger.balance(plan.book(), account);
  }

  Money held() {
    return balance(Account.held(plan.assistant().value()));
  }

  void sees(Viewer viewer, String page, ResultMatcher... what) throws Exception {
    mvc.perform(get(page).with(signedIn(viewer))).andExpect(status().isOk()).andExpectAll(what);
  }

  static ResultMatcher has(String text) {
    return content().string(containsString(text));
  }

  String done(Viewer by, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    var answer =
        mvc.perform(request.with(signedIn(by)).with(csrf()))
            .andExpect(status().is3xxRedirection())
            .andReturn();
    return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
  }

  /** The assistant asks for at most sixty euros; gives the page. */
  String asked() throws Exception {
    return done(rosa(), asking(Ids.text(Ids.fresh()), "60"));
  }

  AbstractMockHttpServletRequestBuilder<?> asking(String id, String ceiling) {
    return post(extras + "/expense")
        .param("id", id)
        .param("what", "A year of a domain")
        .param("ceiling", ceiling)
        .param("by", LocalDate.ofInstant(clock.instant(), rosa().zone()).plusDays(3).toString());
  }

  Viewer rosa() {
    return signed.assistant();
  }

  Viewer lucia() {
    return signed.client();
  }

  UUID id(String page) {
    return Ids.require(page.substring(page.lastIndexOf('/') + 1));
  }

  Expense now(String page) {
    return house.call(() -> store.find(id(page))).orElseThrow();
  }

  AbstractMockHttpServletRequestBuilder<?> move(String page, String what) {
    return post(page + "/" + what)
        .param("seen", String.valueOf(now(page).facts().version()))
        .param("words", "The date is missing");
  }

  /** The client approves, and has the bank pay. */
  String funded() throws Exception {
    var page = asked();
    sent(page);
    mover.moveTo(clock.instant().plus(SLOW));
    return page;
  }

  void sent(String page) throws Exception {
    var fund = done(lucia(), move(page, "approval"));
    sees(lucia(), fund, has("€60.00"), has("A year of a domain"), has("This house takes nothing"));
    var payment = done(lucia(), post(page + "/payments"));
    done(lucia(), post(payment.replace("payments", "pretend-bank")).param("wish", "pay"));
  }

  AbstractMockHttpServletRequestBuilder<?> receipt(
      String page, String amount, String name, byte[] file) {
    return multipart(page + "/receipt")
        .file(new MockMultipartFile("brought", name, null, file))
        .param("seen", String.valueOf(now(page).facts().version()))
        .param("amount", amount)
        .content(new byte[500]); // its length
  }

  void handed(String page, String amount) throws Exception {
    done(rosa(), receipt(page, amount, "receipt.pdf", SampleFiles.pdf()));
    assertThat(now(page).state()).isEqualTo(State.HANDED);
  }
}
