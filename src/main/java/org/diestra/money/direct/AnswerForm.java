package org.diestra.money.direct;

import java.util.Currency;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant says of a transfer.
 *
 * @param seen the version that was looked at
 * @param amount what arrived
 * @param words why it is not there
 */
record AnswerForm(@Nullable String seen, @Nullable String amount, @Nullable String words) {
  private static final int WORDS = 1_000;

  static AnswerForm of(Proof proof) {
    var facts = proof.facts();
    return new AnswerForm(
        String.valueOf(facts.version()), facts.amount().amount().toPlainString(), null);
  }

  /**
   * @throws NotFound if it is no number
   */
  int version() {
    var text = Typed.line(seen);
    if (!text.matches("[0-9]{1,6}")) {
      throw new NotFound();
    }
    return Integer.parseInt(text);
  }

  Optional<Money> arrived(Currency currency, Problems problems) {
    var read = Money.read(Typed.line(amount), currency).filter(Money::isPositive);
    if (read.isEmpty()) {
      problems.add("amount", "direct.say.amount.wrong");
    }
    return read;
  }

  Optional<String> why(Problems problems) {
    var said = new Typed(problems).text("words", words, WORDS, "direct.deny.words.missing");
    return problems.any() ? Optional.empty() : Optional.of(said);
  }
}
