package org.diestra.hiring.talent;

/**
 * What clients said after working with somebody.
 *
 * @param mean the published score, 1–5; 0 while there is none
 * @param n how many reviews it stands on
 */
public record Rating(double mean, int n) {
  public static final Rating NONE = new Rating(0, 0);

  public Rating {
    if (n < 0 || n == 0 && mean != 0 || n > 0 && (mean < 1 || mean > 5)) {
      throw new IllegalArgumentException("no rating: " + mean + " of " + n);
    }
  }

  /** Nobody has reviewed this person yet. */
  public boolean fresh() {
    return n == 0;
  }

  /** As people read stars: one decimal. */
  public java.math.BigDecimal stars() {
    return java.math.BigDecimal.valueOf(mean).setScale(1, java.math.RoundingMode.HALF_UP);
  }
}
