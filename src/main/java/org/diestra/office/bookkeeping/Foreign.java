package org.diestra.office.bookkeeping;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.diestra.platform.base.Money;

/**
 * What a line was in another currency.
 *
 * @param amount a debit above zero, as the line
 * @param rate what one of it is in the currency of the books; above 0
 * @param day for which the rate is
 */
public record Foreign(Money amount, BigDecimal rate, LocalDate day, Source source) {

  /** Who said the rate. */
  public enum Source {
    /** The European Central Bank, for that day. */
    ECB,
    /** Whoever wrote the line, as their bank or a paper has it. */
    TYPED
  }

  Foreign opposite() {
    return new Foreign(amount.negated(), rate, day, source);
  }

  /** For people and other programs: {@code 100.00 USD}. */
  public String said() {
    return amount.amount().toPlainString() + " " + amount.currency().getCurrencyCode();
  }

  /** The rate without zeros at its end. */
  public BigDecimal plainRate() {
    return rate.stripTrailingZeros();
  }
}
