package org.diestra.office.journals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.diestra.office.journals.Transaction.Posting;
import org.diestra.platform.base.Money;

/** A posting with what it comes to in the books, in a transaction that balances. */
record Balanced(PostingLine line, Money amount, Currency book) {

  /** All of a transaction; the one that leaves its amount out is what balances the others. */
  static List<Balanced> of(List<PostingLine> lines, Currency book, Amounts amounts, int from)
      throws Faulty {
    var sum = BigDecimal.ZERO;
    int open = 0;
    for (var line : lines) {
      var cost = line.cost();
      open += cost == null ? 1 : 0;
      sum = cost == null ? sum : sum.add(cost);
    }
    if (open > 1) {
      throw new Faulty("elided", from, open);
    }
    if (open == 0 && sum.signum() != 0) {
      throw new Faulty("unbalanced", from, sum.toPlainString());
    }
    var all = new ArrayList<Balanced>();
    var debits = BigDecimal.ZERO;
    for (var line : lines) {
      var cost = line.cost() == null ? sum.negate() : line.cost();
      debits = debits.add(cost.max(BigDecimal.ZERO));
      all.add(new Balanced(line, amounts.money(cost, line.line()), book));
    }
    amounts.money(debits, from); // each may be money, and all of them more than that can be
    return all;
  }

  Posting posting() {
    return new Posting(line.account(), amount, line.note(book));
  }
}
