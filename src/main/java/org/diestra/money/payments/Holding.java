package org.diestra.money.payments;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What is held for a task, and how far it went. What is held is what the ledger's escrow accounts
 * and a dispute's hold, taxes included; this says besides what of the price, without taxes, was
 * approved, held or not.
 *
 * @param held for the price with its taxes
 * @param feeHeld of the client's fee on it
 * @param kept the same, kept apart for a dispute
 * @param released of the price, as it was approved so far
 * @param owed what of that was not held then, and is the assistant's as soon as it comes
 * @param steps counts the entries, so that each has a key of its own
 */
record Holding(
    TaskId task, Money held, Money feeHeld, Kept kept, Money released, Money owed, int steps) {

  /**
   * Kept apart for a dispute, in an account of its own.
   *
   * @param dispute null where there is none
   */
  record Kept(@Nullable UUID dispute, Money work, Money fee) {
    static Kept none(Money zero) {
      return new Kept(null, zero, zero);
    }

    Money all() {
      return work.plus(fee);
    }
  }

  static Holding none(TaskId task, Plan plan) {
    var zero = plan.money(0);
    return new Holding(task, zero, zero, Kept.none(zero), zero, zero, 0);
  }

  private Holding with(Money work, Money fee, Kept apart, Money paid, Money debt) {
    return new Holding(task, work, fee, apart, paid, debt, steps + 1);
  }

  private Money zero() {
    return Money.zero(held.currency());
  }

  /** What of the price went to the assistant's side out of escrow so far. */
  Money paid() {
    return released.minus(owed);
  }

  /** What is still to come in for a price, with its taxes. */
  Money missing(Money price, Charges charges) {
    return charges.gross(paid(), price.minus(paid())).minus(held).minus(kept.work());
  }

  /** What of the price that is without taxes. */
  Money uncovered(Money price, Charges charges) {
    var rest = price.minus(paid());
    return rest.minus(charges.most(rest, paid(), held.plus(kept.work())));
  }

  /** What is still to come in of the client's fee on it. */
  Money missingFee(Money price, Charges charges) {
    var fee = charges.clientFee(price).minus(charges.clientFee(paid()));
    var missing = fee.minus(feeHeld).minus(kept.fee());
    return missing.isPositive() ? missing : zero();
  }

  /** What was approved and not held, with its taxes. */
  Money owedGross(Charges charges) {
    return charges.gross(paid(), owed);
  }

  Holding fund(Money price, Money fee) {
    return with(held.plus(price), feeHeld.plus(fee), kept, released, owed);
  }

  /**
   * With the last of what is held goes the rest of its fee, which is a matter of cents. Not so
   * where taxes may have changed since it came in: then no more of it is taken than is due.
   */
  Share share(Money wanted, Charges charges) {
    var part = charges.most(wanted, paid(), held);
    var share = charges.share(part, paid());
    boolean rest = !charges.tax().known() && share.gross().equals(held);
    return share.withFee(rest ? feeHeld : Collections.min(List.of(share.fee(), feeHeld)));
  }

  /** That part was approved; what of it is not held is owed. */
  Holding approve(Money part, Share share) {
    return with(
        held.minus(share.gross()),
        feeHeld.minus(share.fee()),
        kept,
        released.plus(part),
        owed.plus(part).minus(share.part()));
  }

  /** What was owed is paid out of what came in since. */
  Holding settle(Share share) {
    return with(
        held.minus(share.gross()),
        feeHeld.minus(share.fee()),
        kept,
        released,
        owed.minus(share.part()));
  }

  /** What a client's bank may take back of it: where there is a dispute, of what is kept for it. */
  Money takeable() {
    return kept.dispute() == null ? held.plus(feeHeld) : kept.all();
  }

  /** So much less is there, the fee on it included and in proportion. */
  Holding unset(Money most) {
    if (kept.dispute() != null) {
      var fee = Share.feeOf(most, kept.work(), kept.fee());
      var left =
          new Kept(kept.dispute(), kept.work().minus(most.minus(fee)), kept.fee().minus(fee));
      return with(held, feeHeld, left, released, owed);
    }
    var fee = Share.feeOf(most, held, feeHeld);
    return with(held.minus(most.minus(fee)), feeHeld.minus(fee), kept, released, owed);
  }

  /** Nothing is held any more. */
  Holding giveBack() {
    return with(zero(), zero(), kept, released, owed);
  }

  /** All that is held is kept apart. */
  Holding keepApart(UUID dispute) {
    return with(zero(), zero(), new Kept(dispute, held, feeHeld), released, owed);
  }

  /** What was kept apart is held as before. */
  Holding putBack() {
    return with(
        held.plus(kept.work()), feeHeld.plus(kept.fee()), Kept.none(zero()), released, owed);
  }

  /** What of a part is there, held or kept apart, and how it is shared out. */
  Share award(Money part, Charges charges) {
    return putBack().share(part, charges);
  }

  /** That part was awarded; what of it is not there is owed, and nothing is held any more. */
  Holding awarded(Money part, Share share) {
    return with(
        zero(),
        zero(),
        Kept.none(zero()),
        released.plus(part),
        owed.plus(part).minus(share.part()));
  }
}
