package org.diestra.money.ledger;

import org.diestra.platform.base.Money;

/**
 * One line of an entry.
 *
 * @param amount above zero for a debit, below for a credit; never zero
 */
public record Posting(Account account, Money amount) {
  public Posting {
    if (amount.isZero()) {
      throw new IllegalArgumentException("nothing is posted to " + account);
    }
  }
}
