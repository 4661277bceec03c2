package org.diestra.money.extras;

import java.util.Currency;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** How much is to be given, and with which words. */
record TipForm(@Nullable String amount, @Nullable String words) {
  private static final int WORDS = 500;
  private static final long LEAST = 100; // minor units: one euro
  private static final long MOST = 1_000_000; // minor units: ten thousand euros

  static final TipForm EMPTY = new TipForm(null, null);

  /**
   * @param words for the assistant, or null
   */
  record Gift(Money amount, @Nullable String words) {}

  static Money least(Currency currency) {
    return new Money(LEAST, currency);
  }

  static Money most(Currency currency) {
    return new Money(MOST, currency);
  }

  Optional<Gift> read(Currency currency, Problems problems) {
    var read =
        Money.read(Typed.line(amount), currency)
            .filter(it -> it.minor() >= LEAST && it.minor() <= MOST)
            .orElse(null);
    if (read == null) {
      problems.add("amount", "extras.tip.amount.wrong", least(currency), most(currency));
    }
    var said = new Typed(problems).text("words", words, WORDS);
    return read == null || problems.any()
        ? Optional.empty()
        : Optional.of(new Gift(read, said.isEmpty() ? null : said));
  }
}
