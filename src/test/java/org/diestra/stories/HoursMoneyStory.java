package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.money.billing.HoursChecks;
import org.diestra.money.ledger.Examination;
import org.diestra.money.payments.Payers;
import org.diestra.money.treasury.Accountants;
import org.diestra.money.treasury.Exported;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.time.RecordedHours;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Four weeks of a contract by the hour: one as agreed, one with a line that is queried and paid
 * after all, one that the deposit does not cover, and one in whose middle it ends.
 */
@Tag("browser")
@HouseTest
class HoursMoneyStory extends Story {
  @Autowired Payers payers;
  @Autowired RecordedHours hours;
  @Autowired HoursChecks checks;
  @Autowired Engagements engagements;
  @Autowired RunningContracts contracts;
  @Autowired Examination examination;
  @Autowired Exported books;
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = "SPANISH")
  void fourWeeksFromTheDepositToWhatIsLeftOfIt(Way way) throws Exception {
    var signed = payers.hourly(client(way, "Lucía Ferrer"), bookkeeper(way, "Rosa Gil"));
    var client = window(way, signed.client());
    var assistant = window(way, signed.assistant());

    asAgreed(signed, client, assistant);
    checks.holdFor(signed.id());
    queriedAndPaidAfterAll(signed, client, assistant);
    checks.holdFor(signed.id());
    notCovered(signed, client, assistant);
    checks.holdFor(signed.id());
    endsInItsMiddle(signed, client);
    checks.holdFor(signed.id());
    assertThat(examination.examine()).isEmpty();
    mover.skipTo(clock.instant().plus(Duration.ofDays(6)));
    // 480 + 180 + 480 + 480 + 60 minutes at 12.00, less a tenth
    othersAgree(signed, "EUR -302.40");
  }

  /** Eight hours, the week's most; the client is asked for the next week's on Monday. */
  private void asAgreed(Signed signed, Window client, Window assistant) {
    var week = hours.nextWeek();
    hours.add(signed, week, 0, 480);
    mover.skipTo(RecordedHours.closes(week).minus(Duration.ofDays(4)));
    client.open("/home");
    client.press(".waits a[href$='/money/hours/funding']");
    topUp(client);
    hours.close(week);
    client.open(signed.href() + "/money/hours");
    client.says("billing.place.paid");
    assistant.open(signed.href() + "/money/hours");
    assistant.shows("86,40"); // 96.00 less a tenth
  }

  private void queriedAndPaidAfterAll(Signed signed, Window client, Window assistant) {
    var week = hours.nextWeek();
    hours.add(signed, week, 0, 120);
    var line = hours.add(signed, week, 1, 60);
    hours.submit(signed, week);
    hours.query(signed, line);
    hours.close(week);
    assistant.open(signed.href() + "/money/hours");
    assistant.says("billing.place.disputed");
    client.open(signed.href() + "/money/hours");
    client.page().locator("a[href='#pay-" + week + "']").click();
    client.press("#pay-" + week + " button.main");
    client.says("billing.paid", "12,00 €");
  }

  private void notCovered(Signed signed, Window client, Window assistant) {
    client.open(signed.href() + "/money/hours/funding");
    topUp(client);
    var week = hours.nextWeek();
    hours.add(signed, week, 0, 480);
    var next = hours.nextWeek();
    hours.add(signed, next, 0, 480);
    assistant.open(signed.href() + "/time");
    assistant.says("time.cover.none");
    hours.close(week);
    hours.close(next);
    client.open(signed.href() + "/money/hours");
    client.says("billing.place.owed");
    client.press("main a[href$='/money/hours/funding']");
    topUp(client);
    client.open(signed.href() + "/money/hours");
    client.says("billing.place.paid");
  }

  private void endsInItsMiddle(Signed signed, Window client) {
    var week = hours.nextWeek();
    hours.add(signed, week, 0, 60);
    var lucia = signed.client();
    RunningContracts.as(
        lucia,
        () ->
            engagements.leave(lucia, signed.id(), contracts.version(signed), "Se acabó").orFail());
    hours.close(week);
    client.open("/money");
    client.says("payments.account.refundable");
  }

  private void topUp(Window client) {
    client.press("main form button.main");
    client.press("main a.button.main");
    client.press("main button[value=pay]");
    mover.moveTo(clock.instant().plusSeconds(20));
    client.open(client.path());
    client.says("payments.state.paid");
  }

  /** What hledger adds up to as the assistant's. */
  private void othersAgree(Signed signed, String amount) throws Exception {
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
    assertThat(balance).contains(amount);
  }
}
