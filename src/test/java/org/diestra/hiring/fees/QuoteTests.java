package org.diestra.hiring.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.junit.jupiter.api.Test;

class QuoteTests {

  @Test
  void withoutFeesBothSidesSeeThePriceTimesTheQuantity() {
    var quote = quote(1250, "8", Rates.NONE);

    assertThat(quote.clientTotal()).isEqualTo(Money.of(10_000, "EUR"));
    assertThat(quote.assistantNet()).isEqualTo(Money.of(10_000, "EUR"));
  }

  @Test
  void theClientPaysItsFeeOnTopAndTheAssistantsComesOutOfThePrice() {
    var quote = quote(1250, "8", new Rates(300, 500));

    assertThat(quote.work()).isEqualTo(Money.of(10_000, "EUR"));
    assertThat(quote.clientTotal()).isEqualTo(Money.of(10_300, "EUR"));
    assertThat(quote.assistantNet()).isEqualTo(Money.of(9_500, "EUR"));
  }

  @Test
  void halfACentIsRoundedUpAtEachStep() {
    var quote = quote(333, "2.5", new Rates(250, 250));

    assertThat(quote.work()).isEqualTo(Money.of(833, "EUR"));
    assertThat(quote.clientFee()).isEqualTo(Money.of(21, "EUR"));
    assertThat(quote.assistantNet()).isEqualTo(Money.of(812, "EUR"));
  }

  @Test
  void whatTheClientPaysIsWhatTheAssistantGetsPlusBothFees() {
    for (int price = 1; price < 4_000; price += 7) {
      var quote = quote(price, "7.25", new Rates(290, 1_150));

      assertThat(quote.clientTotal())
          .isEqualTo(quote.assistantNet().plus(quote.assistantFee()).plus(quote.clientFee()));
    }
  }

  @Test
  void aRateIsShownWithoutNeedlessZeros() {
    var rates = new Rates(250, 1_000);

    assertThat(rates.clientPercent().toPlainString()).isEqualTo("2.5");
    assertThat(rates.assistantPercent().toPlainString()).isEqualTo("10");
  }

  @Test
  void noRateIsNegativeOrAboveHalf() {
    assertThatThrownBy(() -> new Rates(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rates(0, 5_001)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Quote quote(int minor, String quantity, Rates rates) {
    return Quote.of(PayUnit.HOUR, Money.of(minor, "EUR"), new BigDecimal(quantity), rates);
  }
}
