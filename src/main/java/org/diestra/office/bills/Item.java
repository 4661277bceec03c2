package org.diestra.office.bills;

import org.diestra.office.books.AccountId;
import org.diestra.office.dues.Taxed;
import org.diestra.platform.base.Money;

/**
 * A line of a bill.
 *
 * @param text what it is, at most 200 characters, may be empty
 * @param account on which it is a cost, or what was bought
 * @param net never zero; below zero where it is taken off
 * @param vat the rate, in thousandths, 0–999
 */
record Item(String text, AccountId account, Money net, int vat) implements Taxed {
  static final int MOST = 100;
  static final int LONGEST = 200;

  Item negated() {
    return new Item(text, account, net.negated(), vat);
  }
}
