package org.diestra.money.chargebacks;

import java.time.Instant;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.payments.Clawback.Claimed;
import org.diestra.money.payments.Clawback.Found;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;

/**
 * A payment, or a part of one, that its client's bank took back: {@code WAITING → TAKEN → COVERED},
 * and from each of them {@code RETURNED}.
 *
 * @param payment whose money it was
 * @param reference the rail's own for it
 * @param amount all that was taken, which is the sum of all the following
 * @param waiting gone from the rail and not yet from the books
 * @param credit out of what the client had with the house
 * @param escrow out of what was set apart for the work
 * @param held out of what the assistant had on hold; the client owes it
 * @param owed out of what is the house's own; the client owes it
 * @param collected what of these two the client has paid since
 * @param steps counts its entries
 * @param since when it came to where it is
 */
record Chargeback(
    UUID id,
    UUID payment,
    OrganisationId client,
    String rail,
    String reference,
    Money amount,
    State state,
    Money waiting,
    Money credit,
    Money escrow,
    Money held,
    Money owed,
    Money collected,
    int steps,
    Instant since) {

  enum State {
    /** The house has not so much of its own: the books hold more than the rail does. */
    WAITING,
    /** The client owes it. */
    TAKEN,
    /** Nobody owes anything of it any more. */
    COVERED,
    /** The bank decided otherwise, and the rail has the money again. */
    RETURNED
  }

  static Chargeback of(Claimed claimed, Money amount, String reference, Instant now) {
    var none = Money.zero(amount.currency());
    return new Chargeback(
        Ids.fresh(),
        claimed.payment(),
        claimed.plan().client(),
        claimed.plan().rail(),
        reference,
        amount,
        State.WAITING,
        amount,
        none,
        none,
        none,
        none,
        none,
        0,
        now);
  }

  Book book() {
    return new Book(rail, amount.currency());
  }

  /** What the books say was taken. */
  Money booked() {
    return amount.minus(waiting);
  }

  /** What the client owes of it. */
  Money due() {
    return state == State.RETURNED ? Money.zero(amount.currency()) : held.plus(owed).plus(waiting);
  }

  /**
   * So much more of it is in the books.
   *
   * @param own what the house pays out of its own
   */
  Chargeback found(Found found, Money own, Instant now) {
    var left = waiting.minus(found.all()).minus(own);
    var ofHeld = held.plus(found.ofHeld());
    var ofOwn = owed.plus(own);
    return new Chargeback(
        id,
        payment,
        client,
        rail,
        reference,
        amount,
        state(left, ofHeld, ofOwn),
        left,
        credit.plus(found.credit()),
        escrow.plus(found.escrow()),
        ofHeld,
        ofOwn,
        collected,
        steps + 1,
        now);
  }

  /** The client has paid so much of what the assistant misses, and of what the house does. */
  Chargeback collect(Money ofHeld, Money ofOwn, Instant now) {
    var missed = held.minus(ofHeld);
    var lent = owed.minus(ofOwn);
    var paid = collected.plus(ofHeld).plus(ofOwn);
    return moved(state(waiting, missed, lent), missed, lent, paid, now);
  }

  Chargeback giveBack(Instant now) {
    return moved(State.RETURNED, held, owed, collected, now);
  }

  private Chargeback moved(State to, Money missed, Money lent, Money paid, Instant now) {
    return new Chargeback(
        id, payment, client, rail, reference, amount, to, waiting, credit, escrow, missed, lent,
        paid, steps + 1, now);
  }

  private static State state(Money waiting, Money held, Money owed) {
    if (waiting.isPositive()) {
      return State.WAITING;
    }
    return held.plus(owed).isPositive() ? State.TAKEN : State.COVERED;
  }

  String href() {
    return ChargebacksController.PAGE + "/" + Ids.text(id);
  }
}
