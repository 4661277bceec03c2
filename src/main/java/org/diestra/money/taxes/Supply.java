package org.diestra.money.taxes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Work that one business does for another, as far as taxes depend on it. */
public record Supply(Party seller, Party buyer, LocalDate on) {

  /**
   * @param country ISO 3166-1, two capitals
   * @param vatId the number under which they are known for VAT, or null
   * @param reducedUntil the last year of the reduced withholding, or null
   */
  public record Party(
      String country,
      VatStatus vat,
      @Nullable String vatId,
      Irpf irpf,
      @Nullable Integer reducedUntil) {}
}
