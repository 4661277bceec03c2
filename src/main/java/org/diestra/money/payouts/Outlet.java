package org.diestra.money.payouts;

import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.platform.base.Money;

/**
 * A rail that pays out by itself and says what became of it; where a book has none, an operator
 * carries a file to a bank. It is asked outside of any transaction, may be slow, and may never
 * answer; whoever asks twice is told the same.
 */
interface Outlet {
  boolean serves(Book book);

  /** Has it paid; asking again for the same is as once. */
  void send(UUID payout, Money amount);

  /** What became of it, as far as the rail says. */
  Standing standing(UUID payout);

  /** What is said of a payout. */
  sealed interface Standing {
    /** Nothing yet. */
    record Unknown() implements Standing {}

    /**
     * @param reference the bank's own
     */
    record Paid(String reference) implements Standing {}

    /**
     * @param why a word that has a message
     */
    record Returned(String why) implements Standing {}
  }
}
