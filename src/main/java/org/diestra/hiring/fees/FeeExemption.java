package org.diestra.hiring.fees;

import java.util.Currency;
import java.util.Set;

/** What bears no fee, whatever the schedule says: a bean of the module above that knows why. */
public interface FeeExemption {
  /** Currencies in which contracts that are signed now bear none; in one statement. */
  Set<Currency> currencies();
}
