package org.diestra.money.payments;

import java.math.RoundingMode;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Kind;
import org.diestra.platform.base.Money;

/**
 * How an amount that leaves escrow is shared out.
 *
 * @param part of the price
 * @param vat of the assistant's invoice, on top of it
 * @param withheld what the client keeps back of it for the assistant's tax office
 * @param fee the client's on it, out of what is held of that
 * @param feeVat what of that fee is VAT
 * @param taken the assistant's fee, out of the part
 * @param takenVat what of that fee is VAT
 */
public record Share(
    Money part, Money vat, Money withheld, Money fee, Money feeVat, Money taken, Money takenVat) {

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
    return new Share(part, vat, withheld, other, vatOf(other), taken, takenVat);
  }

  private Money vatOf(Money other) {
    return other.equals(fee) || feeVat.isZero()
        ? feeVat
        : feeVat.times(
            other.amount().divide(fee.amount(), 12, RoundingMode.HALF_UP), RoundingMode.HALF_UP);
  }

  /** What leaves escrow for the work, as its invoice asks for it. */
  public Money gross() {
    return part.plus(vat).minus(withheld);
  }

  /** What reaches the assistant. */
  public Money net() {
    return gross().minus(taken);
  }

  /** What the house earns. */
  public Money earned() {
    return fee.plus(taken).minus(owedTax());
  }

  /** What of its fees the house owes a tax office. */
  public Money owedTax() {
    return feeVat.plus(takenVat);
  }

  /** Adds to an entry what goes to whom. */
  public Entry to(Plan plan, Entry entry) {
    return entry
        .credit(Account.held(plan.assistant().value()), net())
        .credit(Account.of(Kind.FEES), earned())
        .credit(Account.of(Kind.VAT), owedTax());
  }
}
