package org.diestra.office.journals;

import java.math.BigDecimal;

/**
 * An amount as a journal has it.
 *
 * @param commodity an ISO 4217 code where it is money, else as it was written; empty for none
 */
record Amount(BigDecimal quantity, String commodity) {
  @Override
  public String toString() {
    return (quantity.toPlainString() + " " + commodity).strip();
  }
}
