package org.diestra.office.dues;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How late a debt is, in days after the last on which it would have been in time. */
enum Age {
  NOT_DUE(Integer.MIN_VALUE / 2, 0),
  MONTH(1, 30),
  TWO_MONTHS(31, 60),
  THREE_MONTHS(61, 90),
  OLDER(91, Integer.MAX_VALUE / 2);

  private final int from;
  private final int to;

  Age(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /** The fewest days. */
  int from() {
    return from;
  }

  /** The most days. */
  int to() {
    return to;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name in the visitor's language. */
  String key() {
    return "dues.age." + slug();
  }

  static Optional<Age> read(@Nullable String slug) {
    return Arrays.stream(values()).filter(age -> age.slug().equals(slug)).findFirst();
  }
}
