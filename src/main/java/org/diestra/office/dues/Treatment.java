package org.diestra.office.dues;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of VAT on a paper. */
public enum Treatment {
  /** The seller adds it; the buyer deducts it. */
  CHARGED,
  /** The seller adds it; the buyer may not deduct it, so that it is part of the cost. */
  COST,
  /** The buyer owes it to the tax office itself (Directive 2006/112/EC, articles 194–199). */
  REVERSE,
  /** There is none: exempt, or outside of its scope. */
  NONE;

  /** Those that come into question on that side. */
  public static List<Treatment> of(Side side) {
    return side == Side.SUPPLIER ? List.of(values()) : List.of(CHARGED, REVERSE, NONE);
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in the visitor's language. */
  public String key(Side side) {
    return "dues.treatment." + side.slug() + "." + slug();
  }

  public static Optional<Treatment> read(@Nullable String slug) {
    return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
  }
}
