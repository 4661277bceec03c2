package org.diestra.money.payments;

import java.util.Currency;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;

/**
 * A way for money to come in. It is asked outside of any transaction, may be slow, and may never
 * answer; whoever asks twice is told the same.
 */
interface Rail {
  /** Its name in the books: 2–20 small letters, digits or hyphens. */
  String id();

  boolean serves(OrganisationId client, Currency currency);

  /** Where the client goes on to pay; an address within the house or outside of it. */
  String page(PayIn payIn);

  /** What became of a payment, as far as the rail says. */
  Standing standing(UUID payIn);

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
