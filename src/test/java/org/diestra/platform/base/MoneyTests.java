package org.diestra.platform.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {
  @Test
  void readsAndWritesEachCurrencysOwnDecimals() {
    assertThat(Money.of(new BigDecimal("12.5"), Currency.getInstance("EUR")).minor())
        .isEqualTo(1250);
    assertThat(Money.of(1250, "JPY").amount()).isEqualTo(new BigDecimal("1250"));
    assertThat(Money.of(1250, "TND").amount()).isEqualTo(new BigDecimal("1.250"));
  }

  @Test
  void refusesAFractionOfACent() {
    assertThatThrownBy(() -> Money.of(new BigDecimal("0.005"), Currency.getInstance("EUR")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void neverMixesCurrencies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "USD")));
  }

  @Test
  void roundsOnlyWhereTold() {
    var rate = Money.of(1199, "EUR");
    assertThat(rate.times(new BigDecimal("7.5"), RoundingMode.HALF_UP).minor()).isEqualTo(8993);
    assertThat(rate.times(new BigDecimal("7.5"), RoundingMode.DOWN).minor()).isEqualTo(8992);
  }

  @Test
  void overflowIsAFaultAndNoAmount() {
    var most = Money.of(1_000_000_000_000_000L, "EUR");
    assertThatThrownBy(() -> most.plus(Money.of(1, "EUR"))).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|1200",
        "12.5|1250",
        "12,50|1250",
        "1.234,50|123450",
        "1,234.50|123450",
        "1.234|123400",
        "1 234,5|123450",
        "0,05|5"
      })
  void readsHoweverPeopleWriteAmounts(String typed, long cents) {
    assertThat(Money.read(typed, Currency.getInstance("EUR"))).contains(Money.of(cents, "EUR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "twelve",
        "1,2,3",
        "1.23.4",
        "1,234,5",
        "12.",
        ".5",
        "9999999999999",
        "1e9"
      })
  void takesNothingElseForAnAmount(String typed) {
    assertThat(Money.read(typed, Currency.getInstance("EUR"))).isEmpty();
  }

  @Test
  void readsAsManyDecimalsAsTheCurrencyHas() {
    assertThat(Money.read("1,234", Currency.getInstance("TND"))).contains(Money.of(1234, "TND"));
    assertThat(Money.read("1,234", Currency.getInstance("JPY"))).contains(Money.of(1234, "JPY"));
    assertThat(Money.read("12.5", Currency.getInstance("JPY"))).isEmpty();
  }
}
