package org.diestra.hiring.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;

/**
 * What a price comes to, for whoever pays and for whoever is paid; each side sees both. Taxes and
 * withholding are not in it: they depend on who the two are, which an invoice knows.
 *
 * @param price for one unit
 * @param quantity units, more than 0
 * @param work price times quantity, rounded half up to the minor unit
 */
public record Quote(PayUnit unit, Money price, BigDecimal quantity, Money work, Rates rates) {

  public static Quote of(PayUnit unit, Money price, BigDecimal quantity, Rates rates) {
    return new Quote(unit, price, quantity, price.times(quantity, RoundingMode.HALF_UP), rates);
  }

  public Money clientFee() {
    return rates.ofClient(work);
  }

  /** What the client pays, before tax. */
  public Money clientTotal() {
    return work.plus(clientFee());
  }

  public Money assistantFee() {
    return rates.ofAssistant(work);
  }

  /** What reaches the assistant, before withholding. */
  public Money assistantNet() {
    return work.minus(assistantFee());
  }
}
