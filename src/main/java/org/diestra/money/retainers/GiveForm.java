package org.diestra.money.retainers;

import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * How much of a month is given back.
 *
 * @param seen the steps of the month as it was on the page
 */
record GiveForm(@Nullable String amount, @Nullable Integer seen) {
  static GiveForm of(Period period) {
    return new GiveForm(null, period.steps());
  }

  /** The amount, above zero and up to what the month costs; empty where there are problems. */
  Optional<Money> read(Money most, Problems problems) {
    var read =
        Money.read(Typed.line(amount), most.currency())
            .filter(it -> it.isPositive() && !it.isMoreThan(most));
    if (read.isEmpty()) {
      problems.add("amount", "retainers.give.wrong", most);
    }
    return read;
  }

  int version() {
    return seen == null ? -1 : seen;
  }
}
