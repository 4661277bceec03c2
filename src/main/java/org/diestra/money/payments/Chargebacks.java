package org.diestra.money.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Money;

/**
 * Whoever is to hear from rails that a client's own bank took a payment back, as banks do with
 * cards. A bean is in a module above this one.
 */
public interface Chargebacks {
  /**
   * The client's bank took money of a payment out of what the rail holds. The same word twice is as
   * once.
   *
   * @param amount above zero, up to what was paid
   * @param reference the rail's own for this case, 1–200 characters, one in each rail
   * @throws org.diestra.platform.base.NotFound if there is no such payment
   * @throws IllegalArgumentException if the amount or its currency cannot be of that payment
   * @throws IllegalStateException if the reference stands for something else already
   */
  void taken(UUID payment, Money amount, String reference);

  /**
   * The case was decided otherwise, and the rail has that money again. Twice is as once; of a case
   * that nobody told of it is nothing.
   *
   * @param rail its name in the books
   */
  void returned(String rail, String reference);

  /** What became of a payment at its client's bank; empty where the bank let it be. */
  Optional<Taken> of(UUID payment);

  /** What somebody's bank took back and they still owe, a sum each currency. */
  List<Money> due(UUID client);

  /** Whether a client owes for what its bank took back, so that its credit is not free. */
  boolean owes(OrganisationId client, Book book);

  /**
   * @param amount all that was taken
   * @param owed what of it the client still owes
   * @param back whether the rail has it again
   */
  record Taken(Money amount, Money owed, boolean back, Instant since) {}
}
