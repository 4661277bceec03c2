package org.diestra.money.direct;

import java.util.Currency;
import java.util.Optional;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** A currency whose money the house does not hold, as an operator types it. */
record ModeForm(@Nullable String currency, @Nullable String days) {
  static final ModeForm EMPTY = new ModeForm("EUR", "7");

  /**
   * @param days until an approval is to be paid, 0–90
   */
  record Read(Currency currency, int days) {}

  /** Empty where there are problems. */
  Optional<Read> read(Problems problems) {
    var code = Typed.line(currency);
    var found =
        Currency.getAvailableCurrencies().stream()
            .filter(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0)
            .findFirst();
    if (found.isEmpty()) {
      problems.add("currency", "direct.currency.missing");
    }
    var term = new Typed(problems).number("days", days, 0, Mode.LONGEST, "direct.days.wrong");
    if (term == null && problems.at("days") == null) {
      problems.add("days", "direct.days.wrong", 0, Mode.LONGEST);
    }
    return term == null || problems.any()
        ? Optional.empty()
        : Optional.of(new Read(found.orElseThrow(), term));
  }
}
