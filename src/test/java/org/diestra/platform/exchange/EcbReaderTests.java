package org.diestra.platform.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the European Central Bank's lists. */
class EcbReaderTests {

  @Test
  void eachDayHasItsRatesAndUnknownMoneyIsPassedOver() {
    var text = FarBank.list("2001-03-06 USD 0.93 JPY 111.2 QQQ 4", "2001-03-05 USD 0.92");
    var rates = EcbReader.read(text.getBytes(UTF_8)).orElseThrow();
    assertThat(rates)
        .extracting(r -> r.currency() + " " + r.perEuro() + " " + r.day())
        .containsExactly("USD 0.93 2001-03-06", "JPY 111.2 2001-03-06", "USD 0.92 2001-03-05");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Maintenance</body></html>",
        "<Cube><Cube time='yesterday'><Cube currency='USD' rate='1'/></Cube></Cube>",
        "<Cube><Cube time='2001-03-05'><Cube currency='USD' rate='-1'/></Cube></Cube>",
        "<Cube><Cube time='2001-03-05'><Cube currency='USD' rate='0'/></Cube></Cube>",
        "<Cube><Cube time='2001-03-05'><Cube currency='USD' rate='1e9'/></Cube></Cube>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><Cube time='2001-03-05'><Cube currency='USD' rate='1'/></Cube>",
        "<Cube time='2001-03-05'><Cube currency='USD' rate='1'/>"
      })
  void whatIsNoSuchListGivesNothing(String text) {
    assertThat(EcbReader.read(text.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27, 2026-11-30, false", // Friday, then Monday
    "2026-11-26, 2026-11-30, true",
    "2026-11-30, 2026-11-30, false",
    "2026-12-01, 2026-11-30, false"
  })
  void whatIsMissingIsAWorkingDayInBetween(LocalDate newest, LocalDate came, boolean gap) {
    assertThat(EcbRates.gap(newest, came)).isEqualTo(gap);
    assertThat(EcbRates.gap(null, came)).isTrue();
  }
}
