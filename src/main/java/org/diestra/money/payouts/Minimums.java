package org.diestra.money.payouts;

import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.platform.base.Money;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The least that is paid out at once; where nothing is set for a currency, its smallest unit. */
@Component
class Minimums {
  private final Map<Currency, Long> minor;

  /**
   * @param setting {@code EUR:1000, USD:1000}, in minor units
   */
  Minimums(@Value("${diestra.payouts.minimums:EUR:1000,USD:1000,GBP:1000}") String setting) {
    minor =
        Arrays.stream(setting.split(","))
            .map(entry -> entry.strip().split(":"))
            .collect(
                Collectors.toUnmodifiableMap(
                    pair -> Currency.getInstance(pair[0]), pair -> Long.valueOf(pair[1].strip())));
  }

  Money of(Currency currency) {
    return new Money(Math.max(1, minor.getOrDefault(currency, 1L)), currency);
  }
}
