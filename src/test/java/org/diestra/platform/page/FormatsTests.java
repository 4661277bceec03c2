package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;

class FormatsTests {
  private static final ZoneId VALENCIA = ZoneId.of("Europe/Madrid");
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T13:00:00Z");
  private final Formats english = in(Locale.ENGLISH);
  private final Formats spanish = in(Locale.of("es"));

  @Test
  void anAmountCarriesItsCurrencyAndDecimals() {
    assertThat(english.money(Money.of(123450, "EUR"))).isEqualTo("€1,234.50");
    assertThat(plain(spanish.money(Money.of(1234550, "EUR")))).isEqualTo("12.345,50 €");
    assertThat(english.money(Money.of(1200, "JPY"))).isEqualTo("¥1,200");
    assertThat(plain(spanish.money(Money.of(-500, "USD")))).isEqualTo("-5,00 US$");
  }

  @Test
  void numbersFollowTheLanguage() {
    assertThat(english.number(12345)).isEqualTo("12,345");
    assertThat(spanish.number(12345)).isEqualTo("12.345");
    assertThat(spanish.decimal(new BigDecimal("7.50"))).isEqualTo("7,5");
  }

  @Test
  void anInstantIsWrittenOnTheReadersCalendar() {
    var late = Instant.parse("2026-11-24T23:30:00Z");
    assertThat(english.date(late)).isEqualTo("Nov 25, 2026");
    assertThat(spanish.dateTime(late)).isEqualTo("25 nov 2026, 00:30");
    assertThat(english.date(LocalDate.of(2026, 2, 1))).isEqualTo("Feb 1, 2026");
  }

  @Test
  void twoClocksShowTheSameMoment() {
    assertThat(english.day(TUESDAY, VALENCIA)).isEqualTo("Tue 24 Nov");
    assertThat(english.time(TUESDAY, VALENCIA)).isEqualTo("14:00");
    assertThat(english.time(TUESDAY, BOGOTA)).isEqualTo("08:00");
    assertThat(spanish.city(BOGOTA)).isEqualTo("Bogotá");
    assertThat(spanish.city(ZoneId.of("Africa/Casablanca"))).isEqualTo("Casablanca");
  }

  @Test
  void aMomentInASentenceNamesTheClock() {
    assertThat(english.words("page.when.time", TUESDAY, "Lima"))
        .startsWith("Nov 24, 2026, 14:00 in Madrid");
    assertThat(english.dateTimeHere(TUESDAY)).isEqualTo("Nov 24, 2026, 14:00 in Madrid");
    assertThat(spanish.dateTimeHere(TUESDAY)).isEqualTo("24 nov 2026, 14:00 en Madrid");
  }

  @Test
  void bothSidesOfADeadlineReadTheSameEnd() {
    var end = Instant.parse("2026-12-10T04:59:59Z"); // a day that ends in Bogotá
    assertThat(english.until(end, BOGOTA))
        .isEqualTo("Thu 10 Dec 05:59 in Madrid · Wed 9 Dec 23:59 in Bogotá");
    var there = new Formats(english.words(), Locale.ENGLISH, BOGOTA);
    assertThat(there.until(end, VALENCIA))
        .isEqualTo("Wed 9 Dec 23:59 in Bogotá · Thu 10 Dec 05:59 in Madrid");
    assertThat(there.until(end, BOGOTA)).isEqualTo("Dec 9, 2026");
  }

  @Test
  void timePastAndToComeIsSaidAsPeopleSayIt() {
    assertThat(ago(english, Duration.ofSeconds(20))).isEqualTo("just now");
    assertThat(ago(english, Duration.ofMinutes(1))).isEqualTo("a minute ago");
    assertThat(ago(spanish, Duration.ofHours(3))).isEqualTo("hace 3 horas");
    assertThat(ago(spanish, Duration.ofDays(1))).isEqualTo("ayer");
    assertThat(ago(english, Duration.ofDays(-2))).isEqualTo("in 2 days");
    assertThat(ago(english, Duration.ofDays(-1))).isEqualTo("tomorrow");
    assertThat(ago(english, Duration.ofDays(40))).isEqualTo("Oct 15, 2026");
  }

  @Test
  void anApostropheStaysWhetherThereAreArgumentsOrNot() {
    assertThat(english.words("page.fault.405.title")).contains("can't");
    assertThat(english.words("page.fault.405.title", "anything")).contains("can't");
  }

  @Test
  void aRegionKeepsItsNumbersAndTheLanguageItsWords() {
    var mexican = in(Locale.of("es", "MX"));
    assertThat(mexican.number(12345)).isEqualTo("12,345");
    assertThat(mexican.words("page.undo")).isEqualTo("Deshacer");
  }

  private static String ago(Formats formats, Duration gone) {
    return formats.ago(TUESDAY.minus(gone), TUESDAY);
  }

  private static Formats in(Locale locale) {
    var words =
        new Words(
            List.of("org/diestra/platform/page/messages"), FormatsTests.class.getClassLoader());
    return new Formats(words, locale, VALENCIA);
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
