package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.diestra.HouseTest;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.RunningContracts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Hours by the timer in two windows, and a week with a line that the client asks about. */
@Tag("browser")
@HouseTest
class TimeStory extends Story {
  private static final String STOP = "form[data-timer='stop']";
  private static final Duration SPELL = Duration.ofMinutes(95);

  @Autowired RunningContracts contracts;
  @Autowired HouseRights house;

  private Signed signed(Way way) {
    var now = clock.instant().atZone(ZoneOffset.UTC);
    var monday = now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).truncatedTo(ChronoUnit.DAYS);
    if (Duration.between(now, monday).compareTo(SPELL.multipliedBy(2)) < 0) {
      mover.moveTo(monday.plusMinutes(1).toInstant()); // a spell over the week's end has two lines
    }
    return contracts.hourly(client(way, "Lucía Ferrer"), bookkeeper(way, "Rosa Gil"));
  }

  private static void started(Window window, Signed signed) {
    window.open(signed.href() + "/time");
    window.page().fill("form[data-timer='start'] [name=note]", "Revisar las facturas de Correos");
    window.seen("form[data-timer='start'] button").click();
    window.page().waitForSelector(STOP);
  }

  private static void stopped(Window window) {
    window.seen(STOP + " button.main").click();
    window.page().waitForCondition(() -> window.count(STOP) == 0);
  }

  private int lines(Signed signed) {
    return house.call(() ->
        jdbc.sql("select count(*) from \"time\".entry where assistant = :rosa")
            .param("rosa", signed.assistant().id().value())
            .query(Integer.class)
            .single());
  }

  @ParameterizedTest
  @EnumSource(names = {"SPANISH", "SPANISH_WITHOUT_SCRIPTS"})
  void oneTimerRunsInEveryWindowAndIsStoppedOnce(Way way) {
    var signed = signed(way);
    var desk = window(way, signed.assistant());
    var phone = window(way, signed.assistant());
    started(desk, signed);
    phone.open("/time");
    assertThat(phone.count(STOP)).isEqualTo(1);
    mover.moveTo(clock.instant().plus(SPELL));
    desk.open("/time"); // its own clock counts on from what the house told it
    stopped(desk);
    if (way.scripts()) {
      phone.page().waitForCondition(() -> phone.count(STOP) == 0);
    } else {
      stopped(phone);
      phone.says("time.timer.already");
    }
    assertThat(lines(signed)).isEqualTo(1);
    desk.open(signed.href() + "/time");
    desk.shows("1:35");
  }

  @ParameterizedTest
  @EnumSource(names = {"SPANISH", "ENGLISH"})
  void aLineIsAskedAboutAnsweredAndAccepted(Way way) {
    var signed = signed(way);
    var client = window(way, signed.client());
    var assistant = window(way, signed.assistant());
    started(assistant, signed);
    mover.moveTo(clock.instant().plus(SPELL));
    assistant.open(signed.href() + "/time");
    stopped(assistant);
    assistant.open(signed.href() + "/time");
    assistant.press("main form[action$='/submission'] button");

    client.open(signed.href() + "/time");
    client.shows("Revisar las facturas de Correos");
    client.press("main .time-line a[href$='#decide']");
    client.page().fill("form[action$='/query'] [name=words]", "¿Cuáles eran?");
    client.press("form[action$='/query'] button");
    assistant.open(signed.href() + "/time");
    assistant.shows("¿Cuáles eran?");
    assistant.press("main .time-line a[href$='#decide']");
    assistant.page().fill("form[action$='/answer'] [name=words]", "Las de noviembre.");
    assistant.press("form[action$='/answer'] button");

    client.open(signed.href() + "/time");
    client.shows("Las de noviembre.");
    client.press("main .time-line form[action$='/acceptance'] button");
    client.open(signed.href() + "/time");
    client.says("time.state.accepted");
    assertThat(client.count("main .time-line form")).isZero();
  }
}
