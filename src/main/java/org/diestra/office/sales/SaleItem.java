package org.diestra.office.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diestra.office.books.AccountId;
import org.diestra.office.dues.Taxed;
import org.diestra.platform.base.Money;

/**
 * A line of an invoice.
 *
 * @param text what was sold, 1–300 characters
 * @param quantity at most three decimals, never zero; below zero where it is given back
 * @param price of one, without VAT, above zero
 * @param vat the rate, in thousandths, 0–999
 * @param account on which it is income
 */
record SaleItem(String text, BigDecimal quantity, Money price, int vat, AccountId account)
    implements Taxed {
  static final int MOST = 100;
  static final int LONGEST = 300;

  /** Half a cent is rounded away from zero. */
  @Override
  public Money net() {
    return price.times(quantity, RoundingMode.HALF_UP);
  }

  SaleItem negated() {
    return new SaleItem(text, quantity.negate(), price, vat, account);
  }
}
