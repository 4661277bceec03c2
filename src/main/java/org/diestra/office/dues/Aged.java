package org.diestra.office.dues;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.diestra.platform.base.Money;

/**
 * Debts of one side by their age, of what is posted and not paid.
 *
 * @param rows with the largest debts, in their order, at most 200
 * @param all of the side, of those that have no row too
 * @param parties how many there are
 * @param waiting of papers whose entries wait to be posted, which are in none of these figures
 */
record Aged(Side side, List<Row> rows, Row all, int parties, Money waiting) {
  static final int MOST = 200;

  Aged {
    rows = List.copyOf(rows);
  }

  /**
   * One party, or all.
   *
   * @param party null for all
   */
  record Row(@org.jspecify.annotations.Nullable PartyId party, String name, Map<Age, Money> byAge) {
    Row {
      byAge = Collections.unmodifiableMap(byAge);
    }

    Money at(Age age) {
      return byAge.getOrDefault(age, Money.zero(total().currency()));
    }

    Money total() {
      return new ArrayList<>(byAge.values()).stream().reduce(Money::plus).orElseThrow();
    }
  }

  /** What is late of all. */
  Money late() {
    return all.total().minus(all.at(Age.NOT_DUE));
  }
}
