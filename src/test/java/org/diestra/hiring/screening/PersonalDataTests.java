package org.diestra.hiring.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real data is told from invented data where a machine can. */
class PersonalDataTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write to ana.torres@correo.es about it",
        "ANA@MAIL.EXAMPLE.ORG.CO",
        "card 4111 1111 1111 1111, valid",
        "5500-0055-5555-5559",
        "IBAN ES91 2100 0418 4502 0005 1332",
        "GB82WEST12345698765432",
        "DNI 12345678Z",
        "X1234567-L"
      })
  void whatIsSomebodysIsFound(String text) {
    assertThat(PersonalData.find(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write to ana@example.com, or to shop@mail.example.org",
        "ana@libros.test and luis@nowhere.invalid",
        "card 4111 1111 1111 1112",
        "0000 0000 0000 0000",
        "IBAN ES00 2100 0418 4502 0005 1332",
        "DNI 12345678A",
        "00000000T",
        "invoice 2026-000123 of 14 March, 1.234,50 EUR"
      })
  void whatIsInventedIsNot(String text) {
    assertThat(PersonalData.find(text)).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void aLongTextOfNothingButDigitsOrLettersEndsSoon() {
    assertThat(PersonalData.find("a".repeat(50_000))).isEmpty();
    assertThat(PersonalData.find("1 ".repeat(25_000))).isNotNull();
    assertThat(PersonalData.find("a.".repeat(25_000) + "@")).isEmpty();
  }
}
