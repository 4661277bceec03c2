package org.diestra.money.taxes;

import java.time.LocalDate;
import java.util.UUID;
import org.diestra.money.taxes.Supply.Party;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to a tax office. A version is never changed: an invoice names the one it was made
 * with.
 *
 * @param owner a person, an organisation, or {@link #HOUSE}
 * @param version counted from 1
 * @param country ISO 3166-1, two capitals
 * @param taxId the national number, in capitals without blanks
 * @param vatId with its country before it, or null
 * @param reducedUntil the last year of the reduced withholding, or null
 * @param w8 what a W-8BEN says, or null
 */
public record TaxProfile(
    UUID owner,
    int version,
    String name,
    Address address,
    String country,
    String taxId,
    VatStatus vat,
    @Nullable String vatId,
    Irpf irpf,
    @Nullable Integer reducedUntil,
    UsForm us,
    @Nullable W8 w8) {
  /** The operator's own. */
  public static final UUID HOUSE = new UUID(0, 0);

  private static final int SHOWN = 3;

  /**
   * @param region a state or province, or empty
   */
  public record Address(String street, String postcode, String city, String region) {}

  /**
   * @param treaty the country whose treaty with the United States is claimed, or empty
   * @param signer the name that stands for a signature
   */
  public record W8(String treaty, String signer, LocalDate signedOn) {
    /** Instructions for Form W-8BEN: the last day of the third year after that of the signature. */
    public LocalDate expires() {
      return LocalDate.of(signedOn.getYear() + 3, 12, 31);
    }
  }

  public Party party() {
    return new Party(country, vat, vatId, irpf, reducedUntil);
  }

  TaxProfile numbered(int number) {
    return new TaxProfile(
        owner, number, name, address, country, taxId, vat, vatId, irpf, reducedUntil, us, w8);
  }

  /** Only its last characters, for pages that need not show it. */
  public String masked() {
    int shown = Math.min(SHOWN, taxId.length() / 2);
    return "•".repeat(taxId.length() - shown) + taxId.substring(taxId.length() - shown);
  }

  /** Never the number itself, wherever it may be logged. */
  @Override
  public String toString() {
    return "TaxProfile[" + owner + " " + version + "]";
  }
}
