package org.diestra.office.manuals;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.Limit;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the steps, as a browser sends it.
 *
 * @param what one for each limit, with {@code upTo} at the same place; empty ones are left out
 * @param revision of the draft that the writer has seen
 */
record HeadForm(
    @Nullable String title,
    @Nullable String purpose,
    @Nullable List<String> what,
    @Nullable List<String> upTo,
    int revision) {
  private static final long MOST = 100_000_000_00L; // minor units

  static HeadForm of(Draft draft) {
    var it = draft.instructions();
    return new HeadForm(
        it.title(),
        it.purpose(),
        it.limits().stream().map(Limit::what).toList(),
        it.limits().stream().map(HeadForm::amount).toList(),
        draft.revision());
  }

  private static String amount(Limit limit) {
    return limit.upTo() == null ? "" : limit.upTo().amount().toPlainString();
  }

  /** The lines of the form: what there is, and room for two more. */
  int lines() {
    int there = what == null ? 0 : what.size();
    return Math.min(Instructions.MOST_LIMITS, there + 2);
  }

  String what(int line) {
    return at(what, line);
  }

  String upTo(int line) {
    return at(upTo, line);
  }

  static String at(@Nullable List<String> list, int line) {
    return list == null || line >= list.size() ? "" : list.get(line);
  }

  /** Null where there are problems. */
  @Nullable Instructions read(Instructions before, Currency currency, Problems problems) {
    var typed = new Typed(problems);
    var name = typed.line("title", title, Instructions.LONGEST_TITLE, "manuals.title.missing");
    var why = typed.text("purpose", purpose, Instructions.LONGEST_PURPOSE);
    var limits = new ArrayList<Limit>();
    for (int i = 0; i < Math.min(Instructions.MOST_LIMITS, what == null ? 0 : what.size()); i++) {
      limit(i, currency, typed, limits);
    }
    return problems.any() ? null : before.headed(name, why, limits);
  }

  private void limit(int line, Currency currency, Typed typed, List<Limit> limits) {
    var field = "what" + line;
    var words = typed.line(field, what(line), Limit.LONGEST);
    var amount = Typed.line(upTo(line));
    if (words.isEmpty() && !amount.isEmpty()) {
      typed.problems().add(field, "manuals.limit.missing");
    }
    var money = Money.read(amount, currency).filter(m -> m.isPositive() && m.minor() <= MOST);
    if (!amount.isEmpty() && money.isEmpty()) {
      typed.problems().add("upTo" + line, "manuals.limit.wrong");
    }
    if (!words.isEmpty() && typed.problems().none()) {
      limits.add(new Limit(words, money.orElse(null)));
    }
  }
}
