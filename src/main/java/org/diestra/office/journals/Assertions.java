package org.diestra.office.journals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal says of its accounts' balances, held against its postings: by day, those of a day
 * as they stand, each of one commodity (hledger's manual, “Assertions and ordering”).
 */
final class Assertions {
  private final List<Step> steps = new ArrayList<>();

  private record Step(
      LocalDate day, int line, String account, Amount moved, @Nullable Amount asserted) {}

  void take(LocalDate day, List<PostingLine> lines, List<Balanced> whole, Currency book) {
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var moved =
          line.amount() == null
              ? new Amount(whole.get(i).amount().amount(), book.getCurrencyCode())
              : line.amount();
      steps.add(new Step(day, line.line(), line.account(), moved, line.asserted()));
    }
  }

  /** Those that do not hold. */
  List<Faulty> check() {
    var wrong = new ArrayList<Faulty>();
    var balances = new HashMap<String, BigDecimal>();
    steps.sort(Comparator.comparing(Step::day).thenComparingInt(Step::line));
    for (var step : steps) {
      var key = step.account() + "\n" + step.moved().commodity();
      balances.merge(key, step.moved().quantity(), BigDecimal::add);
      var asserted = step.asserted();
      if (asserted != null) {
        var is =
            balances.getOrDefault(step.account() + "\n" + asserted.commodity(), BigDecimal.ZERO);
        if (is.compareTo(asserted.quantity()) != 0) {
          wrong.add(
              new Faulty(
                  "assertion", step.line(), new Amount(is, asserted.commodity()).toString()));
        }
      }
    }
    return wrong;
  }
}
