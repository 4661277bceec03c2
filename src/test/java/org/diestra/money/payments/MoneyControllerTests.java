package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.diestra.money.ledger.Books.eur;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.Objects;
import org.diestra.HouseTest;
import org.diestra.StatementCount;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;

/** What both sides see of the money, and how the client pays. */
@HouseTest
class MoneyControllerTests {
  @Autowired private Payers payers;
  @Autowired private PricedTasks tasks;
  @Autowired private Ledger ledger;
  @Autowired private MockMvc mvc;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  private Signed signed;
  private TaskId task;

  @BeforeEach
  void aTaskIsAgreed() {
    signed = payers.signed();
    task = tasks.agreed(signed, eur(10_000));
  }

  private void sees(Viewer viewer, String page, ResultMatcher... what) throws Exception {
    mvc.perform(get(page).with(signedIn(viewer))).andExpect(status().isOk()).andExpectAll(what);
  }

  private static ResultMatcher has(String text) {
    return content().string(containsString(text));
  }

  private String posted(String page, String... wish) throws Exception {
    var request = post(page).with(signedIn(signed.client())).with(csrf());
    if (wish.length > 0) {
      request.param("wish", wish[0]);
    }
    var answer = mvc.perform(request).andExpect(status().is3xxRedirection()).andReturn();
    return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
  }

  @Test
  void theClientSeesTheWholePriceBeforePayingAndPaysAtTheBank() throws Exception {
    var money = signed.href() + "/money";
    sees(signed.client(), "/home", has("November receipts"), has(money + "/tasks/" + task));
    sees(signed.client(), money, has("To fund"));
    sees(
        signed.client(),
        money + "/tasks/" + task,
        has("€105.00"),
        has("€90.00 of it reach the assistant"));
    var payment = posted(money + "/tasks/" + task + "/payments");
    sees(signed.client(), payment, has("Not paid yet"));
    var bank = payment.replace("payments", "pretend-bank");
    sees(signed.client(), bank, has("No real money moves here"));
    posted(bank, "pay");
    sees(signed.client(), payment, has("On its way"));
    sees(signed.client(), "/home", content().string(not(containsString(money + "/tasks/"))));
    mover.moveTo(clock.instant().plus(PretendBank.SLOW));
    sees(signed.client(), payment, has("It was paid on"));
    sees(signed.client(), money, has("Held</span>"));
  }

  @Test
  void theAssistantSeesWhatReachesThemAndCannotPay() throws Exception {
    payers.fund(signed, task);
    sees(
        signed.assistant(),
        signed.href() + "/money",
        has("90,00"),
        content().string(not(containsString("/money/tasks/"))));
    mvc.perform(get(signed.href() + "/money/tasks/" + task).with(signedIn(signed.assistant())))
        .andExpect(status().isNotFound());
  }

  @Test
  void theStatementNamesTheTaskAndTheAccount() throws Exception {
    payers.fund(signed, task);
    sees(
        signed.client(),
        "/money",
        has("Held in escrow"),
        has("November receipts"),
        has("+€100.00"),
        has("+€5.00"));
    sees(signed.assistant(), "/money", has("Aún no se ha movido dinero"));
  }

  @Test
  void aLineOpensToWhatStandsBehindIt() throws Exception {
    payers.fund(signed, task);
    var line = ledger.statement(Payers.organisation(signed.client()), null, 1).getFirst();
    var page = Words.entry(line);
    sees(signed.client(), "/money", has(page));
    ledger.chain();
    sees(
        signed.client(),
        page,
        has("€100.00"),
        has(signed.href() + "/tasks/" + task),
        has("in the chain of"),
        has(ledger.chained(line.entry()).orElseThrow().hash()));
    mvc.perform(get(page).with(signedIn(signed.assistant()))).andExpect(status().isNotFound());
  }

  @Test
  void theStatementGoesIntoASpreadsheetAndWorkIntoAChart() throws Exception {
    payers.fund(signed, task);
    tasks.start(signed, task);
    tasks.deliver(signed, task);
    tasks.approve(signed, task).orFail();
    sees(
        signed.client(),
        "/money/statement.csv",
        has("Held in escrow,EUR,100.00,100.00,"),
        has("Held in escrow,EUR,-100.00,0.00,"),
        has("November receipts"));
    sees(signed.assistant(), "/money/statement.csv", has(",EUR,90.00,90.00,"));
    sees(signed.client(), "/money", has("What was paid for work"), has("€105.00</td>"));
    sees(signed.assistant(), "/money", has("Lo que has ganado"), has("90,00"));
  }

  @Test
  void somebodyElsesMoneyIsNotThere() throws Exception {
    var other = payers.signed();
    var of = Ids.text(Payers.organisation(other.client()));
    mvc.perform(get("/money?of=" + of).with(signedIn(signed.client())))
        .andExpect(status().isNotFound());
    mvc.perform(get("/money/statement.csv?of=" + of).with(signedIn(signed.client())))
        .andExpect(status().isNotFound());
    mvc.perform(get(other.href() + "/money").with(signedIn(signed.client())))
        .andExpect(status().isNotFound());
  }

  @Test
  void aContractWithoutARailSaysSo() throws Exception {
    var unfunded = payers.withoutRail();
    sees(unfunded.client(), unfunded.href() + "/money", has("No money is held here"));
  }

  @Test
  void manyTasksTakeAsManyStatementsAsOne() throws Exception {
    payers.fund(signed, task);
    int one = cost();
    for (int i = 0; i < 5; i++) {
      payers.fund(signed, tasks.agreed(signed, eur(1_000)));
    }
    assertThat(cost()).isEqualTo(one);
  }

  private int cost() throws Exception {
    return StatementCount.during(
            () -> {
              sees(signed.client(), signed.href() + "/money");
              sees(signed.client(), "/money");
            })
        .size();
  }
}
