package org.diestra.money.extras;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.extras.Expense.Asked;
import org.diestra.money.extras.Expense.Facts;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * What is to be spent.
 *
 * @param id the form's own, so that sending it twice is as once
 */
record AskForm(
    @Nullable String id, @Nullable String what, @Nullable String ceiling, @Nullable String by) {
  private static final int WHAT = 200;
  private static final int DAYS = 180;

  static AskForm fresh() {
    return new AskForm(Ids.text(Ids.fresh()), null, null, null);
  }

  /** The same to be sent as another one. */
  AskForm again() {
    return new AskForm(Ids.text(Ids.fresh()), what, ceiling, by);
  }

  /** Sending the form twice is as once. */
  UUID key() {
    return Ids.require(Typed.line(id));
  }

  /**
   * @param most the most that may be spent
   * @param today where who asks is
   */
  Optional<Asked> read(
      ContractId contract, Money most, LocalDate today, Instant now, Problems problems) {
    var said = new Typed(problems).line("what", what, WHAT, "extras.expense.what.missing");
    var amount =
        Money.read(Typed.line(ceiling), most.currency())
            .filter(it -> it.isPositive() && !it.isMoreThan(most))
            .orElse(null);
    if (amount == null) {
      problems.add("ceiling", "extras.expense.ceiling.wrong", most);
    }
    var day = day(today);
    if (day == null) {
      problems.add("by", "extras.expense.by.wrong", today, today.plusDays(DAYS));
    }
    return problems.any() || amount == null || day == null
        ? Optional.empty()
        : Optional.of(new Asked(new Facts(Ids.fresh(), contract, said, amount, day, 1, now)));
  }

  private @Nullable LocalDate day(LocalDate today) {
    try {
      var day = LocalDate.parse(Typed.line(by));
      return day.isBefore(today) || day.isAfter(today.plusDays(DAYS)) ? null : day;
    } catch (DateTimeParseException wrong) {
      return null;
    }
  }
}
