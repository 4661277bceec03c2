package org.diestra.money.taxes;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.platform.base.TaxIds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxIdsTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678Z",
        "X1234567L",
        "Y1234567X",
        "Z1234567R",
        "B12345674",
        "A58818501",
        "P1234567D"
      })
  void aSpanishNumberWithItsCheckCharacterIsTaken(String id) {
    assertThat(
            TaxIds.taxId(
                "ES",
                id.substring(0, 4) + "-" + id.substring(4).toLowerCase(java.util.Locale.ROOT)))
        .contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678A",
        "X1234567X",
        "B12345675",
        "A5881850A",
        "P12345674",
        "1234567Z",
        "",
        "I1234567D"
      })
  void aSpanishNumberWithAnotherIsNot(String id) {
    assertThat(TaxIds.taxId("ES", id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FR, 40303265045, FR40303265045",
    "FR, FR 40 303 265 045, FR40303265045",
    "GR, 123456789, EL123456789",
    "ES, B12345674, ESB12345674",
    "NL, 123456789B01, NL123456789B01",
    "CO, 900123456, CO900123456"
  })
  void aVatNumberIsReadWithOrWithoutItsCountry(String country, String typed, String read) {
    assertThat(TaxIds.vatId(country, typed)).contains(read);
  }

  @ParameterizedTest
  @CsvSource({"FR, 123", "DE, 12345678", "ES, B12345675", "NL, 123456789"})
  void aVatNumberOfAnotherShapeIsNot(String country, String typed) {
    assertThat(TaxIds.vatId(country, typed)).isEmpty();
  }
}
