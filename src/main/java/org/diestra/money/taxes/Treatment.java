package org.diestra.money.taxes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diestra.platform.base.Money;

/**
 * What a supply comes to for the tax offices.
 *
 * @param rate of VAT, in basis points, 0–10000; above 0 only with {@link Category#S}
 * @param reason why there is none; {@link Reason#NONE} where there is
 * @param withholding of the net amount, in basis points, 0–10000
 */
public record Treatment(Category category, int rate, Reason reason, int withholding) {
  private static final int SCALE = 4;

  public Treatment {
    if (rate < 0 || rate > 10_000 || withholding < 0 || withholding > 10_000) {
      throw new IllegalArgumentException("not a rate: " + rate + ", " + withholding);
    }
    if ((category == Category.S) != (reason == Reason.NONE) || category != Category.S && rate > 0) {
      throw new IllegalArgumentException(category + " at " + rate + " for " + reason);
    }
  }

  /** What a net amount of one rate group comes to; each part is rounded half up. */
  public Taxed on(Money net) {
    return new Taxed(net, part(net, rate), part(net, withholding));
  }

  private static Money part(Money net, int basisPoints) {
    return net.times(BigDecimal.valueOf(basisPoints, SCALE), RoundingMode.HALF_UP);
  }

  /**
   * Amounts of one rate group.
   *
   * @param withheld kept back for the seller's tax office, 0 or more of a positive net
   */
  public record Taxed(Money net, Money vat, Money withheld) {
    public Money gross() {
      return net.plus(vat);
    }

    /** What the buyer has to hand over. */
    public Money payable() {
      return gross().minus(withheld);
    }
  }
}
