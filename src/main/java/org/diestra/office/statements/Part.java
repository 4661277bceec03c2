package org.diestra.office.statements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diestra.office.books.AccountId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line that is for one account.
 *
 * @param gross as the bank has it, VAT included: above zero where money came in
 * @param vat thousandths of VAT in it, 1–999, or null for none
 */
record Part(AccountId account, Money gross, @Nullable Integer vat) {
  private static final BigDecimal WHOLE = BigDecimal.valueOf(1000);

  /** Without the VAT; half a cent is rounded away from zero. */
  Money net() {
    var rate = vat;
    if (rate == null) {
      return gross;
    }
    long net =
        BigDecimal.valueOf(gross.minor())
            .multiply(WHOLE)
            .divide(WHOLE.add(BigDecimal.valueOf(rate)), 0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Money(net, gross.currency());
  }

  /** What of it is VAT: exactly what is left. */
  Money tax() {
    return gross.minus(net());
  }
}
