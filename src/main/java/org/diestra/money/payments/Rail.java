package org.diestra.money.payments;

import java.util.Currency;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Money;

/**
 * A way for money to come in and to go back. It is asked outside of any transaction, may be slow,
 * and may never answer; whoever asks twice is told the same.
 */
interface Rail {
  /** Its name in the books: 2–20 small letters, digits or hyphens. */
  String id();

  boolean serves(OrganisationId client, Currency currency);

  /** Where the client goes on to pay; an address within the house or outside of it. */
  String page(PayIn payIn);

  /** Has it sent back to the client's own account; asking again for the same is as once. */
  void sendBack(UUID refund, Money amount);

  /** What became of a payment or a refund, as far as the rail says. */
  Standing standing(UUID payment);

  /** What a rail says of a payment. */
  sealed interface Standing {
    /** Nothing yet. */
    record Unknown() implements Standing {}

    /**
     * @param reference the rail's own
     */
    record Paid(String reference) implements Standing {}

    record Refused() implements Standing {}
  }
}
