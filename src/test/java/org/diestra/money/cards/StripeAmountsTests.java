package org.diestra.money.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import org.diestra.platform.base.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeAmountsTests {
  @ParameterizedTest
  @CsvSource({"1250,EUR,1250", "500,JPY,500", "5,ISK,500", "700,UGX,70000", "1045,HUF,1045"})
  void amountsAreCountedAsStripeCounts(long minor, String currency, long there) {
    var amount = Money.of(minor, currency);
    assertThat(StripeAmounts.of(amount)).isEqualTo(there);
    assertThat(StripeAmounts.read(there, currency.toLowerCase(java.util.Locale.ROOT)))
        .contains(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KWD", "TND", "MGA", "CLF", "XAU"})
  void whatCanNotBeSaidThereIsNotTaken(String currency) {
    var amount = Money.of(1, currency);
    assertThat(StripeAmounts.fits(Currency.getInstance(currency))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> StripeAmounts.of(amount));
    assertThat(StripeAmounts.read(1_000, currency)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"50,isk", "1,xyz", "1,''"})
  void partsOfTheSmallestUnitAndUnknownCurrenciesAreNoAmount(long amount, String code) {
    assertThat(StripeAmounts.read(amount, code)).isEmpty();
  }
}
