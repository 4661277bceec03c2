package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.nio.file.Path;
import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Payers;
import org.diestra.money.treasury.Accountants;
import org.diestra.money.treasury.Exported;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.PricedTasks;
import org.diestra.work.tasks.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A task is funded at a slow bank, done and approved, and its money reaches the assistant; another
 * one is refused by the bank and called off. Afterwards the books are looked through, also by a
 * program of others.
 */
@Tag("browser")
@HouseTest
class MoneyStory extends Story {
  @Autowired Payers payers;
  @Autowired PricedTasks tasks;
  @Autowired Examination examination;
  @Autowired Ledger ledger;
  @Autowired Exported books;
  @TempDir Path folder;

  @AfterEach
  void everyCentIsProved() {
    ledger.chain();
    assertThat(examination.examine()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aTasksMoneyGoesFromTheClientToTheAssistant(Way way) throws Exception {
    var signed = payers.signed(client(way, "Lucía Ferrer"), bookkeeper(way, "Rosa Gil"));
    var task = tasks.agreed(signed, eur(10_000));
    var page = signed.href() + "/tasks/" + task;
    var client = window(way, signed.client());
    var assistant = window(way, signed.assistant());
    assistant.open(page);
    assistant.says("tasks.next.funding");

    client.open("/home");
    client.press(".waits a[href$='/money/tasks/" + task + "']");
    client.press("main form button.main");
    client.says("payments.state.open");
    client.press("main a.button.main");
    client.press("main button[value=pay]");
    client.says("payments.state.sent");
    mover.moveTo(clock.instant().plusSeconds(20));
    if (!way.scripts()) {
      client.open(client.path());
      assistant.open(page);
    }
    client.page().locator("#payment .badge.good").waitFor();
    assistant.page().locator("main form[action$='/moves/start'] button").waitFor();
    assistant.press("main form[action$='/moves/start'] button");
    tasks.deliver(signed, task);

    client.open(page);
    client.press("main form[action$='/moves/approval'] button");
    client.open(signed.href() + "/money");
    client.says("payments.place.released");
    assistant.open("/money");
    assistant.says("payments.account.payable-held");
    mover.moveTo(clock.instant().plus(Duration.ofDays(5)));
    assistant.open("/money");
    assistant.says("payments.account.payable-available");
    assistant.shows("November receipts");
    assertThat(tasks.stage(task)).isEqualTo("PAID");
    othersAgree(signed);
  }

  /** What hledger adds up to as the assistant's, from the operator's export. */
  private void othersAgree(Signed signed) throws Exception {
    var text = books.hledger();
    Accountants.ask(folder, "all.journal", text, "hledger", "check", "--strict", "-f");
    var balance =
        Accountants.ask(
            folder,
            "own.journal",
            text,
            "hledger",
            "balance",
            ":" + signed.assistant().id() + ":Available",
            "-N",
            "--flat",
            "-f");
    assertThat(balance).contains("EUR -90.00");
  }

  @ParameterizedTest
  @EnumSource(names = "SPANISH")
  void aRefusedPaymentAndATaskThatIsCalledOffCostNothing(Way way) {
    var signed = payers.signed(client(way, "Lucía Ferrer"), bookkeeper(way, "Rosa Gil"));
    var task = tasks.agreed(signed, eur(10_000));
    var client = window(way, signed.client());
    pay(client, signed, task, "refuse");
    client.says("payments.state.failed");
    client.press("main a.button.main");
    client.press("main form button.main");
    client.press("main a.button.main");
    client.press("main button[value=pay-silently]");
    mover.moveTo(clock.instant().plusSeconds(150));
    client.open(signed.href() + "/tasks/" + task);
    client.says("tasks.stage.funded");
    tasks.cancel(signed, task);
    client.open("/money");
    client.says("payments.account.refundable");
    client.shows("105,00");
  }

  private void pay(Window client, Signed signed, TaskId task, String wish) {
    client.open(signed.href() + "/money/tasks/" + task);
    client.press("main form button.main");
    client.press("main a.button.main");
    client.press("main button[value=" + wish + "]");
    mover.moveTo(clock.instant().plusSeconds(20));
    client.open(client.path());
  }
}
