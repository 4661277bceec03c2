package org.diestra.hiring.screening;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "write to ana.lopez+work@example.org please",
        "ana (at) example (dot) com",
        "ana [arroba] ejemplo [punto] es",
        "ana arroba gmail"
      })
  void addressesAreFoundHoweverTheyAreWritten(String text) {
    assertThat(Detector.EMAIL.find(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+34 612 34 56 78",
        "612345678",
        "call (612) 345-6789",
        "llama al 91.234.56.78.90"
      })
  void telephoneNumbersAreFound(String text) {
    assertThat(Detector.PHONE.find(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from 2026-11-24 10:30 on",
        "24/11/2026 10:00",
        "turnover of 12.000.000.000",
        "about 1 500 000 000 rows",
        "10-12 hours, 14 €/h",
        "invoice F-2026-000123"
      })
  void datesAmountsAndNumbersAreNoTelephones(String text) {
    assertThat(Detector.PHONE.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://forms.example/apply", "www.example.org/a", "our shop example.com"})
  void linksAreFound(String text) {
    assertThat(Detector.LINK.find(text)).isPresent();
  }

  @Test
  void anAddressIsNoLink() {
    assertThat(Detector.LINK.find("node.js, Word.Excel and e.g. this")).isEmpty();
  }

  @Test
  void messengerNamesAreFoundAndMessengersThemselvesAreNot() {
    assertThat(Detector.HANDLE.find("Telegram: @ana_lopez")).isPresent();
    assertThat(Detector.HANDLE.find("wa.me/34612345678")).isPresent();
    assertThat(Detector.HANDLE.find("Answer our customers on WhatsApp and Instagram daily"))
        .isEmpty();
  }

  @Test
  void noShapeRunsAwayOnHostileText() {
    var texts =
        List.of(
            "a".repeat(50_000),
            "a.".repeat(25_000),
            "a@".repeat(25_000),
            "1 ".repeat(25_000),
            "1-".repeat(25_000) + "x",
            "www.".repeat(12_000),
            "telegram : ".repeat(5_000),
            "(at) ".repeat(10_000));
    assertTimeoutPreemptively(
        ofSeconds(5),
        () -> texts.forEach(text -> List.of(Detector.values()).forEach(d -> d.find(text))));
  }
}
