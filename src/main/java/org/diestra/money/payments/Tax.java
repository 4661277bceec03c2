package org.diestra.money.payments;

import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * How the invoices of a contract are taxed on a day: the assistant's of the work, and the house's
 * of its fees. What is asked for, held and released is reckoned with it, so that invoices ask for
 * nothing more.
 *
 * @param work null where it is not known yet, or the contract is older than this: then nothing but
 *     the price is asked for
 * @param seller the version of the assistant's tax details it was decided by, 0 for none
 * @param buyer of the client's
 * @param clientFee VAT on the fee of the house, in basis points of it
 * @param assistantFee the same of the other side's
 */
public record Tax(
    @Nullable Treatment work, int seller, int buyer, int clientFee, int assistantFee) {
  /** Nothing is known, and nothing asked for. */
  public static final Tax NONE = new Tax(null, 0, 0, 0, 0);

  public Tax {
    if (work != null && work.withholding() >= 10_000 + work.rate()) {
      throw new IllegalArgumentException("nothing would be left: " + work);
    }
  }

  public boolean known() {
    return work != null;
  }

  /** VAT on the work, in basis points. */
  public int vat() {
    return work == null ? 0 : work.rate();
  }

  /** What the client keeps back of the price for the assistant's tax office. */
  public int withholding() {
    return work == null ? 0 : work.withholding();
  }

  /** Whether more or less than the price is handed over for the work. */
  public boolean moves() {
    return vat() > 0 || withholding() > 0;
  }

  /** Why there is no VAT; null where there is, or nobody knows. */
  public @Nullable Reason free() {
    return work == null || work.reason() == Reason.NONE ? null : work.reason();
  }
}
