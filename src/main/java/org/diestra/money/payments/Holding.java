package org.diestra.money.payments;

import java.util.Collections;
import java.util.List;
import org.diestra.hiring.fees.Rates;
import org.diestra.platform.base.Money;
import org.diestra.work.tasks.TaskId;

/**
 * What is held for a task, and how far it went. The amounts are those of the ledger's escrow
 * accounts; this says besides what of the price was approved, held or not.
 *
 * @param held of the price
 * @param feeHeld of the client's fee on it
 * @param released of the price, as it was approved so far
 * @param owed what of that was not held then, and is the assistant's as soon as it comes
 * @param steps counts the entries, so that each has a key of its own
 */
record Holding(TaskId task, Money held, Money feeHeld, Money released, Money owed, int steps) {

  static Holding none(TaskId task, Plan plan) {
    var zero = plan.money(0);
    return new Holding(task, zero, zero, zero, zero, 0);
  }

  /** What of the price went to the assistant's side out of escrow so far. */
  Money paid() {
    return released.minus(owed);
  }

  /** What of a price is still to come in. */
  Money missing(Money price) {
    return price.minus(held).minus(paid());
  }

  Holding fund(Money price, Money fee) {
    return new Holding(task, held.plus(price), feeHeld.plus(fee), released, owed, steps + 1);
  }

  /** With the last of what is held goes the rest of its fee. */
  Share share(Money wanted, Rates rates) {
    var part = Collections.min(List.of(wanted, held));
    var share = Share.of(part, paid(), rates);
    return share.withFee(
        part.equals(held) ? feeHeld : Collections.min(List.of(share.fee(), feeHeld)));
  }

  /** That part was approved; what of it is not held is owed. */
  Holding approve(Money part, Share share) {
    return new Holding(
        task,
        held.minus(share.part()),
        feeHeld.minus(share.fee()),
        released.plus(part),
        owed.plus(part).minus(share.part()),
        steps + 1);
  }

  /** What was owed is paid out of what came in since. */
  Holding settle(Share share) {
    return new Holding(
        task,
        held.minus(share.part()),
        feeHeld.minus(share.fee()),
        released,
        owed.minus(share.part()),
        steps + 1);
  }

  /** So much less is held, the fee on it included and in proportion. */
  Holding unset(Money most) {
    var fee = Share.feeOf(most, held, feeHeld);
    return new Holding(
        task, held.minus(most.minus(fee)), feeHeld.minus(fee), released, owed, steps + 1);
  }

  /** Nothing is held any more. */
  Holding giveBack() {
    var zero = Money.zero(held.currency());
    return new Holding(task, zero, zero, released, owed, steps + 1);
  }
}
