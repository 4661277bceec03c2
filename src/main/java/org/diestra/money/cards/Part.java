package org.diestra.money.cards;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What of a refund goes back to the card of one payment: {@code NEW → SENT → PAID | FAILED}, and
 * {@code PAID → LATE} where the card's bank sends it back after all.
 *
 * @param intent Stripe's name for the payment it goes back from
 * @param name Stripe's for what goes back, or null while it has told none
 * @param why it failed, a word of Stripe's
 * @param tries how often Stripe answered that it had failed
 * @param triedAt when Stripe was first asked for it, or null
 */
record Part(
    UUID id,
    UUID refund,
    UUID payment,
    String intent,
    Money amount,
    State state,
    @Nullable String name,
    @Nullable String why,
    int tries,
    @Nullable Instant triedAt) {

  enum State {
    NEW,
    SENT,
    PAID,
    FAILED,
    /** It had been said to be paid, and is the client's credit again. */
    LATE;

    /** Whether Stripe has it still to do. */
    boolean waits() {
      return this == NEW || this == SENT;
    }

    /** Whether the house has said that it went. */
    boolean went() {
      return this == PAID || this == LATE;
    }
  }

  String key() {
    return "refund:" + id + ":" + tries;
  }

  Part said(StripeRefunds.Seen seen) {
    var to =
        switch (seen.status()) {
          case "succeeded" -> State.PAID;
          case "failed", "canceled" -> state.went() ? State.LATE : State.FAILED;
          default -> State.SENT; // pending, requires_action
        };
    var reason = to == State.FAILED || to == State.LATE ? seen.why() : null;
    return new Part(id, refund, payment, intent, amount, to, seen.id(), reason, tries, triedAt);
  }

  Part failed(String code) {
    return new Part(id, refund, payment, intent, amount, State.FAILED, name, code, tries, triedAt);
  }
}
