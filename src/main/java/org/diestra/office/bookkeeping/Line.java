package org.diestra.office.bookkeeping;

import org.diestra.office.books.AccountId;
import org.diestra.platform.base.Money;

/**
 * A line of an entry.
 *
 * @param amount a debit above zero, a credit below; never zero
 * @param note at most 200 characters, may be empty
 */
public record Line(AccountId account, Money amount, String note) {
  public Line {
    if (amount.isZero()) {
      throw new IllegalArgumentException("a line of nothing");
    }
  }

  Line opposite() {
    return new Line(account, amount.negated(), note);
  }
}
