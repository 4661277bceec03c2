package org.diestra.money.direct;

import java.time.Instant;
import java.util.Currency;

/**
 * A currency in which the house holds no money.
 *
 * @param termDays calendar days between an approval and the day on which it is to be paid, 0–90
 * @param since when it became so
 */
record Mode(Currency currency, int termDays, Instant since) {
  static final int LONGEST = 90;
}
