package org.diestra.office.procedures;

import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant may decide alone.
 *
 * @param what 1–300 characters: "Buy a missing item the customer was promised"
 * @param upTo the most it may cost each time, above zero, or null where no money is spent
 */
public record Limit(String what, @Nullable Money upTo) {
  public static final int LONGEST = 300;

  public Limit {
    Instructions.within("what", what, 1, LONGEST);
    if (upTo != null && !upTo.isPositive()) {
      throw new IllegalArgumentException("not above zero: " + upTo);
    }
  }
}
