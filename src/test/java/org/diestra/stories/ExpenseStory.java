package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.HouseTest;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Payers;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An assistant asks before spending, is paid in, and shows a receipt while a tip arrives; then the
 * client's bank takes a payment back, and gives it in again.
 */
@Tag("browser")
@HouseTest
class ExpenseStory extends Story {
  @Autowired Payers payers;
  @Autowired Examination examination;
  @Autowired Ledger ledger;

  @AfterEach
  void everyCentIsProved() {
    ledger.chain();
    assertThat(examination.examine()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SPANISH", "SPANISH_WITHOUT_SCRIPTS"})
  void whatWasSpentComesBackAndATipWithIt(Way way) {
    var signed = payers.signed(client(way, "Lucía Ferrer"), bookkeeper(way, "Rosa Gil"));
    var extras = signed.href() + "/money/extras";
    var client = window(way, signed.client());
    var assistant = window(way, signed.assistant());
    assistant.open(extras);
    assistant.press("main a[href$='/extras/expense']");
    assistant.fill("what", "<b>Un año</b> del dominio");
    assistant.fill("ceiling", "60");
    assistant.fill("by", "2020-01-01");
    assistant.forward();
    assistant.refuses(422, "by");
    assistant.fill("by", inDays(3).toString());
    assistant.forward();
    assistant.shows("<b>Un año</b> del dominio");
    var page = assistant.path();

    client.open("/home");
    client.press(".waits a[href='" + page + "']");
    client.press("main form[action$='/approval'] button");
    pay(client);
    var payment = client.path();
    assistant.open(page);
    assistant.says("extras.expense.state.funded");
    assistant.fill("amount", "45,20");

    client.open(extras + "/tip");
    client.fill("amount", "15");
    client.forward();
    pay(client);
    assistant.page().waitForTimeout(500); // long enough for the news of it
    assertThat(assistant.typed("amount")).isEqualTo("45,20");
    assistant.bring("brought", file("justificante.pdf", SampleFiles.pdf()));
    assistant.press("main form[action$='/receipt'] button");
    assistant.says("extras.expense.state.handed");

    client.open(page);
    client.press("main form[action$='/acceptance'] button");
    client.says("extras.expense.state.accepted");
    assistant.open("/money");
    assistant.shows("60,20");

    client.open(payment);
    client.press("main a[href*='/pretend-bank/']");
    client.press("main form[action$='/chargeback'] button");
    assistant.open("/money");
    assistant.says("payments.event.chargeback");
    client.open("/money");
    client.shows("45,20");
    client.open(payment);
    client.press("main a[href*='/pretend-bank/']");
    client.press("main form[action$='/return'] button");
    assistant.open("/money");
    assistant.shows("60,20");
  }

  private void pay(Window client) {
    client.press("main form button.main");
    client.press("main a.button.main");
    client.press("main button[value=pay]");
    mover.moveTo(clock.instant().plusSeconds(20));
    client.open(client.path());
    client.says("payments.state.paid");
  }
}
