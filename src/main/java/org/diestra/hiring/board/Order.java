package org.diestra.hiring.board;

import java.util.Arrays;
import java.util.Locale;
import org.diestra.platform.search.Criteria.Sort;
import org.jspecify.annotations.Nullable;

/** In which order jobs are listed. */
enum Order {
  FIT(Sort.FIT),
  NEWEST(Sort.NEWEST),
  RATE(Sort.HIGHEST_RATE);

  private final Sort sort;

  Order(Sort sort) {
    this.sort = sort;
  }

  Sort sort() {
    return sort;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Order of(@Nullable String slug) {
    return Arrays.stream(values()).filter(o -> o.slug().equals(slug)).findFirst().orElse(FIT);
  }
}
