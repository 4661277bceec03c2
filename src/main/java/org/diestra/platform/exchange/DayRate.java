package org.diestra.platform.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.diestra.platform.base.Money;

/**
 * What one unit of a currency was in another on a day.
 *
 * @param rate above 0, ten significant digits
 * @param day for which it was published: the last working day before the one that was asked for
 * @param source who published it: {@code ECB}
 */
public record DayRate(Currency from, Currency to, BigDecimal rate, LocalDate day, String source) {

  /**
   * The same amount in the other currency; half a minor unit is rounded away from zero.
   *
   * @throws ArithmeticException if it is more than money can be
   */
  public Money convert(Money amount) {
    if (!amount.currency().equals(from)) {
      throw new IllegalArgumentException(amount + " is not in " + from);
    }
    var exact = amount.amount().multiply(rate);
    return Money.of(
        exact.setScale(Math.max(0, to.getDefaultFractionDigits()), RoundingMode.HALF_UP), to);
  }
}
