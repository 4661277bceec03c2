package org.diestra.office.sales;

import java.util.Locale;

/**
 * Who a party of an invoice was when it was issued.
 *
 * @param iban to pay to, and what stands at the foot: of the seller alone, may be empty
 */
record Head(String name, String country, String taxId, String address, String iban, String note) {
  /** Its country's name. */
  String country(Locale reader) {
    return Locale.of("", country).getDisplayCountry(reader);
  }
}
