package org.diestra.hiring.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diestra.platform.base.Money;

/**
 * What the house takes of a price, from each side.
 *
 * @param client on top of the price, in basis points (hundredths of a percent), 0–5000
 * @param assistant out of the price, in basis points, 0–5000
 */
public record Rates(int client, int assistant) {
  static final int MOST = 5_000;
  private static final int SCALE = 4;

  /** Nothing from anybody: what holds until an operator plans something else. */
  public static final Rates NONE = new Rates(0, 0);

  public Rates {
    if (client < 0 || client > MOST || assistant < 0 || assistant > MOST) {
      throw new IllegalArgumentException("not a fee: " + client + ", " + assistant);
    }
  }

  public boolean none() {
    return client == 0 && assistant == 0;
  }

  /** 2.5 for 250 basis points. */
  public BigDecimal clientPercent() {
    return percent(client);
  }

  public BigDecimal assistantPercent() {
    return percent(assistant);
  }

  /** The client's part, rounded half up to the minor unit. */
  public Money ofClient(Money work) {
    return part(work, client);
  }

  /** The assistant's part, rounded half up to the minor unit. */
  public Money ofAssistant(Money work) {
    return part(work, assistant);
  }

  private static Money part(Money work, int basisPoints) {
    return work.times(BigDecimal.valueOf(basisPoints, SCALE), RoundingMode.HALF_UP);
  }

  private static BigDecimal percent(int basisPoints) {
    var plain = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
