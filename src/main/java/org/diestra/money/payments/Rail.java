package org.diestra.money.payments;

import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;

/**
 * A way for money to come in and to go back. It is asked outside of any transaction, may be slow,
 * and may never answer; whoever asks twice is told the same.
 */
public interface Rail {
  /** Its name in the books: 2–20 small letters, digits or hyphens. */
  String id();

  /** Whether a contract that is signed now may be paid over it. */
  boolean serves(OrganisationId client, Currency currency);

  /**
   * The same for a contract with that assistant, whom what is paid over it must be able to reach.
   */
  default boolean serves(OrganisationId client, PersonId assistant, Currency currency) {
    return serves(client, currency);
  }

  /**
   * Whether it says by itself what became of a payment. Where not, it is never asked: what comes in
   * is read elsewhere and told to {@link Receipts}, and the client may leave a payment that it said
   * it had sent.
   */
  default boolean answers() {
    return true;
  }

  /**
   * Calendar days that stand between what was earned and the assistant, 0–90, as they are frozen
   * into a contract that is signed now.
   *
   * @param hold how long the house holds what it has
   */
  default int days(Currency currency, int hold) {
    return hold;
  }

  /** How long a payment waits for the client to go on with it, above zero. */
  default Duration patience() {
    return Duration.ofDays(1);
  }

  /** Whether a client may still go on with, or leave, at its page what was sent to it. */
  default boolean resumes() {
    return false;
  }

  /** A payment was begun, in this very transaction and with the rights of the house. */
  default void begun(UUID payment) {}

  /** Where the client goes on to pay; an address within the house or outside of it. */
  String page(UUID payment);

  /** Has it sent back to the client's own account; asking again for the same is as once. */
  void sendBack(UUID refund, OrganisationId client, Money amount);

  /** What became of a payment or a refund, as far as the rail says. */
  Standing standing(UUID payment);

  /** What a rail says of a payment. */
  sealed interface Standing {
    /** Nothing yet. */
    record Unknown() implements Standing {}

    /**
     * @param reference the rail's own, 1–200 characters
     */
    record Paid(String reference) implements Standing {}

    /**
     * @param why a word of the rail's, 1–100 characters
     */
    record Refused(String why) implements Standing {
      public Refused() {
        this("returned");
      }
    }

    /**
     * Of a refund alone: some of it went, and the rest can't. A payment is paid whole or not.
     *
     * @param paid above zero, less than all
     * @param reference the rail's own for that, 1–200 characters
     */
    record Partly(Money paid, String reference) implements Standing {}
  }
}
