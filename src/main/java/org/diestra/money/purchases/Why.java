package org.diestra.money.purchases;

import java.util.Locale;
import org.diestra.platform.base.Refusal;

/** Why an invoice is not among a client's bills, in the words of the page that lists it. */
enum Why {
  CURRENCY,
  /** Closed, or before the books begin. */
  DAY,
  /** The chart has none for what is needed, or it is closed. */
  ACCOUNT,
  /** The books would reckon elsewise. */
  SUMS,
  /** Somebody has entered it by hand. */
  NUMBER,
  OTHER;

  static Why of(Refusal why) {
    var key = why.key();
    if (key.equals("bills.known.currency")) {
      return CURRENCY;
    }
    if (key.equals("bills.known.sums")) {
      return SUMS;
    }
    if (key.startsWith("bills.number")) {
      return NUMBER;
    }
    if (key.startsWith("bookkeeping.day")) {
      return DAY;
    }
    boolean account = key.contains("account") || key.equals("bookkeeping.lines.closed");
    return account ? ACCOUNT : OTHER;
  }

  String key() {
    return "purchases.why." + name().toLowerCase(Locale.ROOT);
  }
}
