package org.diestra.money.cards;

import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.diestra.platform.base.Money;

/**
 * Amounts as Stripe counts them (docs.stripe.com/currencies), which is as ISO 4217 does but for a
 * few. Currencies of three decimals are left out: there the last digit must be 0, and a fee or an
 * hour's pay keeps to no such thing.
 */
final class StripeAmounts {
  /** Without decimals there as here. */
  private static final Set<String> WHOLE =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "PYG", "RWF", "VND", "VUV", "XAF", "XOF",
          "XPF");

  /** Without decimals here; there with two, which must be 00. */
  private static final Set<String> HUNDREDFOLD = Set.of("ISK", "UGX");

  /** Two decimals here and none there. */
  private static final String ARIARY = "MGA";

  private StripeAmounts() {}

  /** Whether every amount of it can be said there. */
  static boolean fits(Currency currency) {
    var code = currency.getCurrencyCode();
    return switch (currency.getDefaultFractionDigits()) {
      case 0 -> WHOLE.contains(code) || HUNDREDFOLD.contains(code);
      case 2 -> !code.equals(ARIARY);
      default -> false;
    };
  }

  /**
   * @throws IllegalArgumentException if that currency is not taken
   * @throws ArithmeticException if it is beyond all bounds
   */
  static long of(Money amount) {
    if (!fits(amount.currency())) {
      throw new IllegalArgumentException("not taken by card: " + amount);
    }
    return Math.multiplyExact(amount.minor(), factor(amount.currency()));
  }

  /** As it stands in their addresses and answers. */
  static String code(Currency currency) {
    return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
  }

  /**
   * Empty where it can't be said here: another kind of currency, or a part of the smallest unit.
   */
  static Optional<Money> read(long amount, String code) {
    return currency(code)
        .filter(StripeAmounts::fits)
        .filter(currency -> amount % factor(currency) == 0)
        .map(currency -> new Money(amount / factor(currency), currency));
  }

  static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static long factor(Currency currency) {
    return HUNDREDFOLD.contains(currency.getCurrencyCode()) ? 100 : 1;
  }
}
