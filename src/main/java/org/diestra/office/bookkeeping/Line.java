package org.diestra.office.bookkeeping;

import org.diestra.office.books.AccountId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of an entry.
 *
 * @param amount a debit above zero, a credit below; never zero
 * @param note at most 200 characters, may be empty
 * @param foreign what it was in another currency, or null
 */
public record Line(AccountId account, Money amount, String note, @Nullable Foreign foreign) {
  public Line {
    if (amount.isZero()) {
      throw new IllegalArgumentException("a line of nothing");
    }
  }

  public Line(AccountId account, Money amount, String note) {
    this(account, amount, note, null);
  }

  Line opposite() {
    return new Line(account, amount.negated(), note, foreign == null ? null : foreign.opposite());
  }

  /** Whether both say the same in the currency of the books. */
  boolean comesTo(Line other) {
    return account.equals(other.account) && amount.equals(other.amount) && note.equals(other.note);
  }
}
