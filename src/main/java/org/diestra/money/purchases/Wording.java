package org.diestra.money.purchases;

import java.util.List;
import org.diestra.money.invoices.Invoice;
import org.diestra.money.invoices.Invoices;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.office.bills.KnownBills.Known;
import org.diestra.office.bills.KnownBills.Seller;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Says an invoice in the words of a client's books. */
@Component
class Wording {
  private static final int BASIS_POINTS = 10; // of a thousandth
  private final Taxes taxes;
  private final Pages pages;

  Wording(Taxes taxes, Pages pages) {
    this.taxes = taxes;
    this.pages = pages;
  }

  /** The name of whoever sent it, as it was then. */
  String seller(Invoice invoice) {
    return taxes.version(invoice.seller().owner(), invoice.seller().version()).name();
  }

  /** For that reader: the line's text is in their language. */
  Known known(Viewer reader, Invoice invoice) {
    var seller = taxes.version(invoice.seller().owner(), invoice.seller().version());
    var treatment = invoice.treatment();
    return new Known(
        seller(seller, reader.locale().getLanguage()),
        invoice.number(),
        invoice.issuedOn(),
        Invoices.what(invoice, pages.formats(reader.locale(), reader.zone())),
        switch (treatment.category()) {
          case S -> Treatment.CHARGED;
          case AE -> Treatment.REVERSE;
          case Z, E, G, O -> Treatment.NONE;
        },
        invoice.net(),
        treatment.rate() / BASIS_POINTS,
        invoice.vat(),
        treatment.withholding() / BASIS_POINTS,
        invoice.withheld());
  }

  private static Seller seller(TaxProfile who, String language) {
    var at = who.address();
    var lines = List.of(at.street(), (at.postcode() + " " + at.city()).strip(), at.region());
    return new Seller(
        who.name(),
        who.country(),
        who.taxId(),
        String.join("\n", lines.stream().filter(line -> !line.isBlank()).toList()),
        language);
  }
}
