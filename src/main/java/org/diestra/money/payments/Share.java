package org.diestra.money.payments;

import java.math.RoundingMode;
import org.diestra.hiring.fees.Rates;
import org.diestra.platform.base.Money;

/**
 * How an amount that leaves escrow is shared out.
 *
 * @param part of the price, at most what is held
 * @param fee the client's on it, out of what is held of that
 * @param taken the assistant's fee, out of the part
 */
public record Share(Money part, Money fee, Money taken) {

  /**
   * Fees are those on all that was paid so far less those on what was paid before, so that ten
   * parts cost no cent more than the whole.
   *
   * @param before of the same price, what was paid before
   */
  public static Share of(Money part, Money before, Rates rates) {
    var after = before.plus(part);
    return new Share(
        part,
        rates.ofClient(after).minus(rates.ofClient(before)),
        rates.ofAssistant(after).minus(rates.ofAssistant(before)));
  }

  /**
   * What of a part is fee, where both leave together: in proportion, HALF_UP.
   *
   * @param part up to what is held of both
   */
  public static Money feeOf(Money part, Money held, Money feeHeld) {
    var all = held.plus(feeHeld);
    return all.isZero()
        ? all
        : Money.of(
            part.amount()
                .multiply(feeHeld.amount())
                .divide(
                    all.amount(), part.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP),
            part.currency());
  }

  /** With another fee, where less or more of it is held. */
  public Share withFee(Money other) {
    return new Share(part, other, taken);
  }

  public Money net() {
    return part.minus(taken);
  }

  public Money earned() {
    return fee.plus(taken);
  }
}
