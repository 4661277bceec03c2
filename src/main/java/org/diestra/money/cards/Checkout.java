package org.diestra.money.cards;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A client's payment at Stripe: {@code NEW → OPEN → PAID | OVER | HELD}, and {@code HELD → TAKEN |
 * BACK}.
 *
 * @param session Stripe's name for the page, or null while it has told none
 * @param intent Stripe's name for the payment, once it is paid
 * @param paid what Stripe says was paid, where that is an amount of this currency
 * @param said the same in Stripe's words, where it is not what was asked for
 * @param why it is over or held, a word
 * @param tries how often Stripe answered that it had failed
 * @param expiresAt when its page closes
 */
record Checkout(
    UUID payment,
    OrganisationId client,
    Money amount,
    State state,
    @Nullable String session,
    @Nullable String intent,
    @Nullable Money paid,
    @Nullable String said,
    @Nullable String why,
    int tries,
    Instant expiresAt,
    Instant since) {

  enum State {
    NEW,
    OPEN,
    PAID,
    OVER,
    /** Paid, but not as it should be: somebody has to look at it. */
    HELD,
    /** It was held, and is the client's credit. */
    TAKEN,
    /** It was held, and went back to the card. */
    BACK;

    boolean waits() {
      return this == NEW || this == OPEN;
    }
  }

  static Checkout fresh(
      UUID payment, OrganisationId client, Money amount, Instant expiresAt, Instant now) {
    return new Checkout(
        payment, client, amount, State.NEW, null, null, null, null, null, 0, expiresAt, now);
  }

  /** So that Stripe makes one page however often it is asked. */
  String key() {
    return "pay:" + payment + ":" + tries;
  }

  String href() {
    return CardController.PAGE + "/" + Ids.text(payment);
  }

  Checkout opened(String name, Instant now) {
    return moved(State.OPEN, name, null, null, null, null, now);
  }

  Checkout over(String word, Instant now) {
    return moved(State.OVER, session, null, null, null, word, now);
  }

  /** As it should be, or held with a word that says why not. */
  Checkout paid(StripeDoor.Seen seen, Optional<String> wrong, Instant now) {
    var amountPaid = StripeAmounts.read(seen.amount(), seen.currency());
    var same = amountPaid.filter(a -> a.currency().equals(amount.currency())).orElse(null);
    return wrong.isEmpty()
        ? moved(State.PAID, session, seen.intent(), same, null, null, now)
        : moved(
            State.HELD,
            session,
            seen.intent(),
            same,
            seen.amount() + " " + seen.currency(),
            wrong.get(),
            now);
  }

  /** It is paid as it should be, but not when. */
  Checkout held(String word, Instant now) {
    return moved(State.HELD, session, intent, paid, said, word, now);
  }

  /**
   * @throws IllegalStateException if Stripe has told no name for it yet
   */
  String requireSession() {
    if (session == null) {
      throw new IllegalStateException("no page was opened: " + payment);
    }
    return session;
  }

  /** What was paid, in whichever currency; empty where that can't be said in one of ours. */
  Optional<Money> came() {
    if (paid != null || said == null) {
      return Optional.ofNullable(paid);
    }
    var parts = said.split(" ", 2); // as it was written here
    return StripeAmounts.read(Long.parseLong(parts[0]), parts[1]);
  }

  Checkout decided(State to, Instant now) {
    return moved(to, session, intent, paid, said, why, now);
  }

  private Checkout moved(
      State to,
      @Nullable String name,
      @Nullable String payIntent,
      @Nullable Money amountPaid,
      @Nullable String words,
      @Nullable String word,
      Instant now) {
    return new Checkout(
        payment,
        client,
        amount,
        to,
        name,
        payIntent,
        amountPaid,
        words,
        word,
        tries,
        expiresAt,
        now);
  }
}
