package org.diestra.money.extras;

import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** How much is to be given, and with which words. */
record TipForm(@Nullable String amount, @Nullable String words) {
  private static final int WORDS = 500;

  static final TipForm EMPTY = new TipForm(null, null);

  /**
   * @param words for the assistant, or null
   */
  record Gift(Money amount, @Nullable String words) {}

  /**
   * @param least the least and the most that may be given, in the contract's currency
   */
  Optional<Gift> read(Money least, Money most, Problems problems) {
    var read =
        Money.read(Typed.line(amount), most.currency())
            .filter(it -> !least.isMoreThan(it) && !it.isMoreThan(most))
            .orElse(null);
    if (read == null) {
      problems.add("amount", "extras.tip.amount.wrong", least, most);
    }
    var said = new Typed(problems).text("words", words, WORDS);
    return read == null || problems.any()
        ? Optional.empty()
        : Optional.of(new Gift(read, said.isEmpty() ? null : said));
  }
}
