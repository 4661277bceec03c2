package org.diestra.platform.page;

/**
 * One row of a small chart.
 *
 * @param value its length; not negative, any unit, the same for all rows
 * @param text the value in words, with its unit
 */
public record Bar(String label, double value, String text) {
  public Bar {
    if (value < 0 || !Double.isFinite(value)) {
      throw new IllegalArgumentException("no length: " + value);
    }
  }

  /** Hundredths of the longest row's length, for a width. */
  static String share(double value, double longest) {
    return longest <= 0 ? "0%" : Math.round(Math.min(1, value / longest) * 1000) / 10.0 + "%";
  }
}
