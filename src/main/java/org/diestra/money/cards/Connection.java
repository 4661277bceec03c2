package org.diestra.money.cards;

import java.time.Instant;
import org.diestra.platform.accounts.PersonId;

/**
 * An assistant's own account at Stripe.
 *
 * @param account Stripe's name for it
 * @param ready whether Stripe pays out to it
 * @param missing why it does not, in Stripe's words, or empty
 */
record Connection(PersonId person, String account, boolean ready, String missing, Instant since) {
  /** Enough to tell it from another. */
  String shown() {
    int from = Math.max(0, account.length() - 6);
    return "Stripe …" + account.substring(from);
  }
}
