package org.diestra.hiring.proposals;

import org.jspecify.annotations.Nullable;

/** An order and its direction, as an address has it: {@code total}, or {@code -total} reversed. */
record Sorting(Order order, boolean reversed) {
  static final Sorting USUAL = new Sorting(Order.TOTAL, false);

  static Sorting read(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    boolean reversed = text.startsWith("-");
    return Order.read(reversed ? text.substring(1) : text)
        .map(order -> new Sorting(order, reversed))
        .orElse(USUAL);
  }

  /** What a click on that column's head leads to. */
  Sorting by(Order column) {
    return new Sorting(column, column == order && !reversed);
  }

  /** For {@code aria-sort}: null where another column orders. */
  @Nullable String aria(Order column) {
    if (column != order) {
      return null;
    }
    boolean better =
        column == Order.OVERLAP || column == Order.EXPERIENCE || column == Order.RATING;
    return better == reversed ? "ascending" : "descending";
  }

  @Override
  public String toString() {
    return (reversed ? "-" : "") + order.slug();
  }
}
