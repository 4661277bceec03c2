package org.diestra.money.payouts;

import java.util.List;
import org.diestra.platform.base.Iban;

/**
 * The house's own account, from which payouts go; a batch keeps the one of its day.
 *
 * @param iban empty where the house has set none, and bank files can't be made
 * @param bic may be empty
 */
record HouseAccount(
    String name,
    String iban,
    String bic,
    String street,
    String building,
    String postcode,
    String town,
    String country) {

  HouseAccount {
    if (!iban.isEmpty()
        && (Iban.read(iban).filter(i -> i.sepa() && i.text().equals(iban)).isEmpty()
            || !bic.matches("|" + BankAccount.ByNumber.BIC)
            || !country.matches("[A-Z]{2}")
            || EpcText.of(name, 70).isEmpty()
            || EpcText.of(town, 35).isEmpty())) {
      throw new IllegalArgumentException(
          "diestra.payouts.*: the house's account wants an IBAN that SEPA reaches, in capitals and"
              + " without spaces, a name, a town, a country of two letters and, if any, a BIC");
    }
  }

  boolean known() {
    return !iban.isEmpty();
  }

  List<String> parts() {
    return List.of(name, iban, bic, street, building, postcode, town, country);
  }

  static HouseAccount of(List<String> parts) {
    return new HouseAccount(
        parts.get(0),
        parts.get(1),
        parts.get(2),
        parts.get(3),
        parts.get(4),
        parts.get(5),
        parts.get(6),
        parts.get(7));
  }
}
