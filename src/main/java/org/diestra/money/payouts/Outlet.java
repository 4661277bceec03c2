package org.diestra.money.payouts;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;

/**
 * A rail that pays out by itself and says what became of it; where a book has none, an operator
 * carries a file to a bank. It is asked outside of any transaction, may be slow, and may never
 * answer; whoever asks twice is told the same.
 */
public interface Outlet {
  boolean serves(Book book);

  /** Why nothing can be paid to somebody over it as things are; empty where it can. */
  default Optional<Refusal> refusal(PersonId person) {
    return Optional.empty();
  }

  /**
   * Where it pays to, as it is shown, up to 60 characters; without those to whose bank account it
   * goes. It is one that stays: what was approved for it goes to it.
   */
  default Map<PersonId, String> accounts(Collection<PersonId> people) {
    return Map.of();
  }

  /** Has it paid; asking again for the same is as once. */
  void send(UUID payout, PersonId person, Money amount);

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
