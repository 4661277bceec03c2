package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Currency;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payouts.Earners;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.mail.LastMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An assistant names a bank account, waits for it to count, and is paid by two operators over a
 * rail that takes its time.
 */
@Tag("browser")
@HouseTest
class PayoutStory extends Story {
  @Autowired Earners earners;
  @Autowired Examination examination;
  @Autowired Ledger ledger;

  @AfterEach
  void everyCentIsProved() {
    ledger.chain();
    assertThat(examination.examine()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SPANISH", "SPANISH_WITHOUT_SCRIPTS"})
  void whatWasEarnedReachesTheBank(Way way) {
    var rosa = newcomer(way, "Rosa Peña");
    earners.earn(rosa, new Book("pretend", Currency.getInstance("EUR")), 12_050);
    var own = proven(way, rosa);
    own.open("/money");
    own.press("main a[href='/money/payouts']");
    own.says("payouts.first.details");
    own.press("main a.button.main");
    own.fill("iban", "ES91 2100 0418 4502 0005 1333");
    own.fill("holder", "Rosa Peña");
    own.fill("street", "Carrer Major");
    own.fill("town", "València");
    own.select("country", "ES");
    own.forward();
    own.refuses(422, "iban");
    own.fill("iban", "ES91 2100 0418 4502 0005 1332");
    own.forward();
    own.shows("ES91 ···· 1332");
    assertThat(LastMail.to(jdbc, rosa.email()).orElseThrow().link("/money/payouts/stop/"))
        .isNotEmpty();

    own.open("/money/payouts");
    own.press("main a.button.main");
    own.fill("amount", "80,00");
    own.forward();
    own.says("payouts.said.requested");
    var payout = own.path();
    mover.skipTo(clock.instant().plus(Duration.ofDays(3)));

    var ada = proven(way, people.operator("Ada Approves"));
    ada.open("/operator/payouts");
    ada.page().locator("input[value^='" + id(payout) + "']").check();
    ada.press("#approval button");
    ada.says("payouts.group.other-eyes");
    var bert = proven(way, people.operator("Bert Releases"));
    bert.open("/operator/payouts");
    bert.page().locator("a[href='#release-pretendEUR-sepa']").click();
    bert.press("#release-pretendEUR-sepa form button");
    bert.shows("Rosa Peña");
    own.open(payout);
    own.says("payouts.said.sent");
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(3)));
    own.open(payout);
    own.says("payouts.said.paid");
    own.open("/money");
    own.shows("40,50");
  }

  private static String id(String payout) {
    return payout.substring(payout.lastIndexOf('/') + 1);
  }

  /** Somebody who has just signed in. */
  private Window proven(Way way, Viewer viewer) {
    var window = guest(way);
    window.reads(viewer.locale().getLanguage());
    sessions.signInProven(window.page().context(), viewer.id(), window.at("/"), clock.instant());
    return window;
  }
}
