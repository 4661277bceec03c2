package org.diestra.money.billing;

import java.util.Collections;
import java.util.List;
import org.diestra.money.payments.Charges;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Share;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;

/**
 * What is held for a contract's hours. The amounts are those of the ledger's escrow accounts.
 *
 * @param held for the work with its taxes
 * @param feeHeld of the client's fee on it
 * @param over whether the contract is, so that what is left after its last week goes back
 * @param steps counts its changes
 */
record Deposit(ContractId contract, Money held, Money feeHeld, boolean over, int steps) {

  static Deposit none(Plan plan) {
    return new Deposit(plan.contract(), plan.money(0), plan.money(0), false, 0);
  }

  Deposit fund(Money price, Money fee) {
    return with(held.plus(price), feeHeld.plus(fee));
  }

  /**
   * How much of a price it pays now.
   *
   * @param before what of that price was paid before
   */
  Share share(Money wanted, Money before, Charges charges) {
    var share = charges.share(charges.most(wanted, before, held), before);
    return share.withFee(Collections.min(List.of(share.fee(), feeHeld)));
  }

  Deposit take(Share share) {
    return with(held.minus(share.gross()), feeHeld.minus(share.fee()));
  }

  /** What is kept apart of it for lines in dispute. */
  Deposit keep(Money work, Money fee) {
    return with(held.minus(work), feeHeld.minus(fee));
  }

  /** So much less is held, the fee on it included and in proportion. */
  Deposit unset(Money most) {
    var fee = Share.feeOf(most, held, feeHeld);
    return with(held.minus(most.minus(fee)), feeHeld.minus(fee));
  }

  Deposit ended() {
    return new Deposit(contract, held, feeHeld, true, steps + 1);
  }

  Deposit empty() {
    var zero = Money.zero(held.currency());
    return with(zero, zero);
  }

  Money all() {
    return held.plus(feeHeld);
  }

  private Deposit with(Money work, Money fee) {
    return new Deposit(contract, work, fee, over, steps + 1);
  }
}
