package org.diestra.money.payouts;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;

/**
 * A version of where somebody's money goes; who may see more than its mask opens it in the store.
 *
 * @param number counts the person's versions
 * @param print SHA-256 over the sealed details, by which an approval knows them again
 * @param email who was told of it
 * @param from money goes there from then on
 * @param voided whether its owner said "that was not me" since; it never counts again
 */
record Payee(
    UUID id,
    PersonId person,
    int number,
    String masked,
    String country,
    boolean sepa,
    String print,
    String email,
    Instant madeAt,
    Instant from,
    boolean voided) {

  boolean inForce(Instant now) {
    return !voided && !from.isAfter(now);
  }

  /** What an approval is bound to: any other amount or account has another. */
  String binding(Payout.Facts payout) {
    return Hash.of(
        String.join(
            "\n",
            payout.id().toString(),
            payout.book().toString(),
            payout.amount().toString(),
            id.toString(),
            print));
  }
}
