package org.diestra.platform.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount in the smallest unit of one currency: 1250 EUR is €12.50, 1250 JPY is ¥1,250.
 *
 * @param minor the amount in minor units, any sign, |minor| at most 10^15
 * @param currency the ISO 4217 currency, which says how many minor digits there are
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
  private static final long LIMIT = 1_000_000_000_000_000L;
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");
  private static final Pattern GROUPED =
      Pattern.compile("\\d+|\\d{1,3}(\\.\\d{3})+|\\d{1,3}(,\\d{3})+");

  public Money {
    if (minor > LIMIT || minor < -LIMIT) {
      throw new ArithmeticException("amount out of bounds: " + minor + " " + currency);
    }
  }

  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * @throws ArithmeticException if the amount has more decimals than the currency has minor digits
   */
  public static Money of(BigDecimal amount, Currency currency) {
    return new Money(
        amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
  }

  /**
   * Reads what somebody typed, whichever way they write numbers: 12, 12.5, 12,50, 1.234,50 or
   * 1,234.50. A last sign with as many digits behind it as the currency has, or fewer, is the
   * decimal one; in "1.234" euros it parts thousands. Empty for anything else, and for less than 0.
   */
  public static Optional<Money> read(String typed, Currency currency) {
    var text = typed.strip().replaceAll("[\\s\u00a0\u202f']", "");
    if (text.length() > 20 || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    int behind = last < 0 ? 0 : text.length() - last - 1;
    boolean decimal = last >= 0 && behind >= 1 && behind <= digits;
    var whole = decimal ? text.substring(0, last) : text;
    if (!GROUPED.matcher(whole).matches() || decimal && whole.indexOf(text.charAt(last)) >= 0) {
      return Optional.empty();
    }
    var amount = whole.replaceAll("[.,]", "") + (decimal ? "." + text.substring(last + 1) : "");
    return Optional.of(new BigDecimal(amount))
        .filter(a -> a.precision() - a.scale() <= 12)
        .map(a -> of(a, currency));
  }

  /** The amount in major units, with exactly the currency's decimals: 12.50 for 1250 EUR. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  public Money negated() {
    return new Money(-minor, currency);
  }

  /** Times a factor such as 7.5 hours or 0.21 of tax; the rounding is the caller's to name. */
  public Money times(BigDecimal factor, RoundingMode rounding) {
    return new Money(
        BigDecimal.valueOf(minor).multiply(factor).setScale(0, rounding).longValueExact(),
        currency);
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isMoreThan(Money other) {
    return compareTo(other) > 0;
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, same(other).minor);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("mixed currencies: " + currency + ", " + other.currency);
    }
    return other;
  }

  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency.getCurrencyCode();
  }
}
