package org.diestra.money.extras;

import java.util.List;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What was spent, and the file that shows it.
 *
 * @param files the id of the one that is there already
 */
record ReceiptForm(int seen, @Nullable String amount, @Nullable List<String> files) {

  static ReceiptForm of(Expense expense) {
    return new ReceiptForm(expense.facts().version(), null, null);
  }

  List<String> had() {
    return files == null ? List.of() : files;
  }

  ReceiptForm with(List<String> ids) {
    return new ReceiptForm(seen, amount, ids);
  }

  Optional<Money> read(Money ceiling, Problems problems) {
    var read =
        Money.read(Typed.line(amount), ceiling.currency())
            .filter(it -> it.isPositive() && !it.isMoreThan(ceiling));
    if (read.isEmpty()) {
      problems.add("amount", "extras.receipt.amount.wrong", ceiling);
    }
    return read;
  }
}
