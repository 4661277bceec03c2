package org.diestra.money.payments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import org.diestra.hiring.fees.Rates;
import org.diestra.platform.base.Money;

/**
 * What a price comes to with its taxes and the fees of the house. Parts of one price are reckoned
 * as the difference of what all so far comes to and what was before, each rounded half up, so that
 * ten parts come to no cent more or less than the whole.
 */
public record Charges(Rates rates, Tax tax) {
  private static final int SCALE = 4;

  /** The same taxes, and no fee. */
  public Charges withoutFees() {
    return new Charges(Rates.NONE, new Tax(tax.work(), tax.seller(), tax.buyer(), 0, 0));
  }

  /** What the client hands over for the work: VAT on top, less what it keeps back. */
  public Money gross(Money price) {
    return price.plus(part(price, tax.vat())).minus(part(price, tax.withholding()));
  }

  /** The same of a part. */
  public Money gross(Money before, Money part) {
    return gross(before.plus(part)).minus(gross(before));
  }

  /** The client's fee, VAT on it included. */
  public Money clientFee(Money price) {
    return withVat(rates.ofClient(price), tax.clientFee());
  }

  /** The assistant's fee, VAT on it included. */
  public Money assistantFee(Money price) {
    return withVat(rates.ofAssistant(price), tax.assistantFee());
  }

  private static Money withVat(Money fee, int basisPoints) {
    return fee.plus(part(fee, basisPoints));
  }

  private static Money part(Money of, int basisPoints) {
    return of.times(BigDecimal.valueOf(basisPoints, SCALE), RoundingMode.HALF_UP);
  }

  /** The client's fee on a price of which only what is handed over for it is known. */
  public Money feeOn(Money gross) {
    return clientFee(price(gross));
  }

  /** The price for which so much is handed over. */
  public Money price(Money gross) {
    return tax.moves() ? reached(Money.zero(gross.currency()), gross) : gross;
  }

  /**
   * The most of a price that so much money pays with its taxes.
   *
   * @param before what of the same price was paid before
   * @param money 0 or more
   */
  public Money most(Money wanted, Money before, Money money) {
    if (!tax.moves()) {
      return Collections.min(List.of(wanted, money));
    }
    return gross(before, wanted).isMoreThan(money)
        ? Collections.min(List.of(wanted, reached(before, money)))
        : wanted;
  }

  /**
   * The greatest part whose gross is not above that money: guessed, then moved by single units.
   * With nothing nothing is paid, though a part may be so small that it comes to nothing.
   */
  private Money reached(Money before, Money money) {
    if (!money.isPositive()) {
      return Money.zero(money.currency());
    }
    var unit = new Money(1, money.currency());
    long whole = 10_000L + tax.vat() - tax.withholding();
    var part =
        money.times(
            BigDecimal.valueOf(10_000).divide(BigDecimal.valueOf(whole), 12, RoundingMode.DOWN),
            RoundingMode.DOWN);
    while (part.isPositive() && gross(before, part).isMoreThan(money)) {
      part = part.minus(unit);
    }
    while (!gross(before, part.plus(unit)).isMoreThan(money)) {
      part = part.plus(unit);
    }
    return part;
  }

  /**
   * How a part of a price that leaves escrow is shared out.
   *
   * @param before of the same price, what was paid before
   */
  public Share share(Money part, Money before) {
    var after = before.plus(part);
    var fee = rates.ofClient(after).minus(rates.ofClient(before));
    var taken = rates.ofAssistant(after).minus(rates.ofAssistant(before));
    var feeAll = clientFee(after).minus(clientFee(before));
    var takenAll = assistantFee(after).minus(assistantFee(before));
    return new Share(
        part,
        part(after, tax.vat()).minus(part(before, tax.vat())),
        part(after, tax.withholding()).minus(part(before, tax.withholding())),
        feeAll,
        feeAll.minus(fee),
        takenAll,
        takenAll.minus(taken));
  }
}
