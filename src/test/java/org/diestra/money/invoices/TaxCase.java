package org.diestra.money.invoices;

import java.util.UUID;
import org.diestra.money.taxes.Irpf;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.TaxedParties;
import org.diestra.money.taxes.VatStatus;

/** Who both are to their tax offices, and what comes of it. */
enum TaxCase {
  NON_EU(0, 0, Reason.SELF_ASSESSED),
  VAT_ON_TOP(2_100, 0, Reason.NONE),
  VAT_AND_WITHHOLDING(2_100, 1_500, Reason.NONE),
  WITHHOLDING_ALONE(0, 1_500, Reason.EXEMPT),
  REVERSE_CHARGE(0, 0, Reason.REVERSE_CHARGE);

  final int vat;
  final int withholding;
  final Reason reason;

  TaxCase(int vat, int withholding, Reason reason) {
    this.vat = vat;
    this.withholding = withholding;
    this.reason = reason;
  }

  TaxProfile seller(UUID owner) {
    var spanish =
        TaxedParties.spanish(
            owner, "Rosa Peña", "12345678Z", withholding > 0 ? Irpf.NORMAL : Irpf.NONE);
    return switch (this) {
      case NON_EU -> TaxedParties.colombian(owner, "Rosa Peña");
      case WITHHOLDING_ALONE -> with(spanish, VatStatus.EXEMPT, spanish.country(), null);
      default -> spanish;
    };
  }

  TaxProfile buyer(UUID owner) {
    var spanish = TaxedParties.spanish(owner, "Librería Ferrer", "B12345674", Irpf.NONE);
    return this == REVERSE_CHARGE
        ? with(spanish, VatStatus.REGISTERED, "DE", "DE136695976")
        : spanish;
  }

  private static TaxProfile with(TaxProfile of, VatStatus vat, String country, String vatId) {
    return new TaxProfile(
        of.owner(),
        1,
        of.name(),
        of.address(),
        country,
        of.taxId(),
        vat,
        vatId,
        of.irpf(),
        null,
        of.us(),
        null);
  }
}
