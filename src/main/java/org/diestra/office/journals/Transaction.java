package org.diestra.office.journals;

import java.time.LocalDate;
import java.util.List;
import org.diestra.platform.base.Money;

/**
 * A transaction of a journal, in the currency of the books.
 *
 * @param line it begins on, counted from 1
 * @param text what it says, 1–200 characters
 * @param postings none of nothing; two or more that balance
 */
record Transaction(int line, LocalDate day, String text, List<Posting> postings) {
  Transaction {
    postings = List.copyOf(postings);
  }

  /**
   * @param account its full name in the journal
   * @param note its comment and what it was in another currency; at most 200 characters
   */
  record Posting(String account, Money amount, String note) {}

  /** What its debits come to. */
  Money debits() {
    var nothing = Money.zero(postings.getFirst().amount().currency());
    return postings.stream()
        .map(Posting::amount)
        .filter(Money::isPositive)
        .reduce(nothing, Money::plus);
  }

  /** All that tells it from others but its twins. */
  String content() {
    return day + "\n" + text + "\n" + postings;
  }
}
