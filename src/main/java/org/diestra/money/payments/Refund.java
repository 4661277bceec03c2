package org.diestra.money.payments;

import java.time.Instant;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;

/**
 * A client's credit on its way back to the client's own account: {@code SENT → PAID | RETURNED}.
 *
 * @param person who asked for it
 * @param since when it came to its state
 */
record Refund(
    UUID id,
    OrganisationId client,
    PersonId person,
    String rail,
    Money amount,
    State state,
    Instant since) {

  enum State {
    /** The rail has it, or is to have it. */
    SENT,
    PAID,
    /** It did not reach its account, and is credit again. */
    RETURNED
  }

  Book book() {
    return new Book(rail, amount.currency());
  }

  Account due() {
    return Account.refundable(client.value());
  }

  Account sent() {
    return Account.refundSent(client.value());
  }
}
