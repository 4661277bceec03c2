package org.diestra.hiring.talent;

import java.util.Currency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** An amount with its currency, as typed. */
record PriceForm(@Nullable String amount, @Nullable String currency) {
  private static final long MOST_MAJOR = 1_000_000_000;

  static PriceForm of(@Nullable Money price, Currency otherwise) {
    return price == null
        ? new PriceForm(null, otherwise.getCurrencyCode())
        : new PriceForm(price.amount().toPlainString(), price.currency().getCurrencyCode());
  }

  /** Null where nothing was typed, or nothing that could be read. */
  @Nullable Money read(Problems problems) {
    if (Typed.line(amount).isEmpty()) {
      return null;
    }
    var in = currency(problems);
    var read = in == null ? null : Money.read(Typed.line(amount), in).orElse(null);
    if (in != null && (read == null || !read.isPositive() || tooMuch(read))) {
      problems.add("amount", "talent.amount.wrong");
    }
    return read;
  }

  private static boolean tooMuch(Money amount) {
    return amount.amount().longValue() > MOST_MAJOR;
  }

  private @Nullable Currency currency(Problems problems) {
    try {
      var read = Currency.getInstance(Typed.line(currency));
      if (read.getDefaultFractionDigits() >= 0) {
        return read;
      }
    } catch (IllegalArgumentException unknown) {
      // told below
    }
    problems.add("currency", "talent.currency.wrong");
    return null;
  }
}
