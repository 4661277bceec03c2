package org.diestra.money.payouts;

import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;

/** Writes a batch line by line, so that it never stands in memory as a whole. */
interface BatchWriter {
  /** One payment. */
  record Line(UUID payout, Money amount, BankDetails to) {
    /** What stands on the payee's statement, the same in every language. */
    String remittance() {
      return "Diestra " + Ids.text(payout);
    }
  }

  void line(Line line);

  /**
   * @throws IllegalStateException if the lines were not those that the batch promises
   */
  void end();
}
