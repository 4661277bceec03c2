package org.diestra.money.taxes;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of what holds where and from when.
 *
 * @param rate in basis points, 0–10000
 * @param to the last day on which it holds, or null
 * @param source the law, for people
 */
record Rule(
    UUID id,
    Topic topic,
    String country,
    int rate,
    LocalDate from,
    @Nullable LocalDate to,
    String source) {

  /** What a rule says. */
  enum Topic {
    /** The standard rate of VAT in that country. */
    VAT,
    /** That country is part of the Union's VAT, and taxes services where the buyer is. */
    UNION,
    /** What is withheld of a professional's fee, where both are in that country. */
    WITHHOLDING,
    WITHHOLDING_REDUCED;

    String key() {
      return "taxes.topic." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  boolean holds(LocalDate on) {
    return !from.isAfter(on) && (to == null || !to.isBefore(on));
  }
}
