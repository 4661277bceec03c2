package org.diestra.work.trials;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A request for a paid trial, as typed.
 *
 * @param criteria a line each
 */
record TrialForm(
    @Nullable String what,
    @Nullable String criteria,
    @Nullable String hours,
    @Nullable String price,
    @Nullable String due,
    @Nullable String language,
    @Nullable String law,
    @Nullable String signature) {
  private static final int LONGEST_LAW = 120;

  /** The price, where it can be read; for figures beside the form. */
  Optional<Money> amount(Currency currency) {
    return Money.read(Typed.line(price), currency).filter(Money::isPositive);
  }

  /**
   * The draft; null where there are problems.
   *
   * @param today on the client's calendar
   * @param most hours that the operator allows
   */
  @Nullable Draft read(Currency currency, LocalDate today, int most, Problems problems) {
    var typed = new Typed(problems);
    var said = typed.text("what", what, Draft.LONGEST, "trials.what.missing");
    if (!said.isEmpty() && said.length() < Draft.SHORTEST) {
      problems.add("what", "trials.what.short");
    }
    var accepted = criteria(problems);
    Integer longest = typed.number("hours", hours, 1, most, "trials.hours.wrong");
    if (longest == null) {
      problems.add("hours", "trials.hours.wrong", 1, most);
    }
    var amount = amount(currency);
    if (amount.isEmpty()) {
      problems.add("price", "trials.price.wrong", currency.getCurrencyCode());
    }
    var day = due(today, problems);
    var governed = typed.line("law", law, LONGEST_LAW, "trials.law.missing");
    if (governed.length() == 1) {
      problems.add("law", "trials.law.missing");
    }
    return problems.any() || longest == null || day == null || amount.isEmpty()
        ? null
        : new Draft(
            said,
            accepted,
            longest,
            amount.get(),
            day,
            "en".equals(language) ? "en" : "es",
            governed);
  }

  private List<String> criteria(Problems problems) {
    var lines = Typed.text(criteria).lines().map(Typed::line).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty()) {
      problems.add("criteria", "trials.criteria.missing");
    } else if (lines.size() > Draft.MOST_CRITERIA) {
      problems.add("criteria", "trials.criteria.many", Draft.MOST_CRITERIA);
    } else if (lines.stream().anyMatch(TrialForm::unfit)) {
      problems.add(
          "criteria", "trials.criteria.wrong", Draft.SHORTEST_CRITERION, Draft.LONGEST_CRITERION);
    }
    return lines;
  }

  private static boolean unfit(String line) {
    return line.length() < Draft.SHORTEST_CRITERION || line.length() > Draft.LONGEST_CRITERION;
  }

  private @Nullable LocalDate due(LocalDate today, Problems problems) {
    try {
      var day = LocalDate.parse(Typed.line(due));
      if (day.isAfter(today.plusDays(1)) && !day.isAfter(today.plusDays(Draft.LATEST))) {
        return day;
      }
    } catch (DateTimeException notADate) {
      // told below, as any other day that can't be the last one
    }
    problems.add("due", "trials.due.wrong", today.plusDays(2), today.plusDays(Draft.LATEST));
    return null;
  }
}
