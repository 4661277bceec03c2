package org.diestra.money.cards;

import java.time.Instant;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Event;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What of a movement at Stripe is the house's own.
 *
 * @param id Stripe's name for the movement, and the kind
 * @param amount above zero where it came to the house
 * @param type Stripe's word for the movement
 * @param at from when on it is there
 */
record OwnLine(String id, Kind kind, Money amount, String type, Instant at) {
  enum Kind {
    /** Stripe took it for itself, or gave some of that back. */
    COST(Event.RAIL_COST, org.diestra.money.ledger.Kind.RAIL_COSTS),
    /** The operator put it in. */
    TOP_UP(Event.TOP_UP, org.diestra.money.ledger.Kind.HOUSE),
    /** The operator had it sent to the house's bank. */
    WITHDRAWAL(Event.WITHDRAWAL, org.diestra.money.ledger.Kind.HOUSE);

    private final Event event;
    private final org.diestra.money.ledger.Kind account;

    Kind(Event event, org.diestra.money.ledger.Kind account) {
      this.event = event;
      this.account = account;
    }

    Event event() {
      return event;
    }

    org.diestra.money.ledger.Kind account() {
      return account;
    }

    /**
     * Of which kind the amount of a movement is; null where it is not the house's
     * (docs.stripe.com/reports/balance-transaction-types).
     */
    static @Nullable Kind of(String type) {
      return switch (type) {
        case "stripe_fee", "stripe_fx_fee", "tax_fee" -> COST;
        case "topup", "topup_reversal" -> TOP_UP;
        case "payout", "payout_cancel", "payout_failure" -> WITHDRAWAL;
        default -> null;
      };
    }
  }

  Book book() {
    return new Book(CardRail.ID, amount.currency());
  }
}
