package org.diestra.money.invoices;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.accounts.Languages;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Writes what an invoice's papers say, in the language of whoever pays it. */
@Component
class Bills {
  private final Invoices invoices;
  private final Taxes taxes;
  private final Languages languages;
  private final Pages pages;

  Bills(Invoices invoices, Taxes taxes, Languages languages, Pages pages) {
    this.invoices = invoices;
    this.taxes = taxes;
    this.languages = languages;
    this.pages = pages;
  }

  Bill of(Invoice invoice) {
    var seller = taxes.version(invoice.seller().owner(), invoice.seller().version());
    var buyer = taxes.version(invoice.buyer().owner(), invoice.buyer().version());
    var locale = languages.of(invoice.buyer().owner());
    var formats = pages.formats(locale, ZoneOffset.UTC);
    var first =
        invoices.corrected(invoice).map(i -> new Bill.First(i.number(), i.issuedOn())).orElse(null);
    var reason = invoice.treatment().reason();
    return new Bill(
        invoice,
        seller,
        buyer,
        locale.getLanguage(),
        what(invoice, formats),
        notes(
            invoice,
            formats,
            taxes.profile(TaxProfile.HOUSE).map(TaxProfile::name).orElse("Diestra"),
            seller.name()),
        terms(invoice, formats),
        reason == Reason.NONE ? "" : formats.words(reason.key()),
        null,
        first);
  }

  static String what(Invoice invoice, Formats formats) {
    var cause = invoice.cause();
    if (cause.title() != null) {
      return cause.title();
    }
    return cause.minutes() != null
        ? formats.words("invoices.line.week", invoice.from(), invoice.to())
        : cause.pieces() != null
            ? formats.words("invoices.line.fee", cause.pieces(), invoice.from(), invoice.to())
            : formats.words("invoices.line.work", invoice.from());
  }

  private static List<String> notes(Invoice invoice, Formats formats, String house, String seller) {
    var notes = new ArrayList<String>();
    var because = invoice.cause().because();
    if (because != null) {
      notes.add(formats.words("invoices.note.because", because));
    }
    if (invoice.kind() == Kind.WORK) {
      notes.add(formats.words("invoices.note.third", house, seller));
    }
    if (!invoice.withheld().isZero()) {
      notes.add(
          formats.words(
              "invoices.note.withheld",
              BigDecimal.valueOf(invoice.treatment().withholding(), 2).stripTrailingZeros(),
              invoice.withheld()));
    }
    return notes;
  }

  private static String terms(Invoice invoice, Formats formats) {
    if (invoice.due().isZero()) {
      return formats.words("invoices.terms.paid", invoice.paid());
    }
    if (invoice.due().isPositive() && invoice.paid().isZero()) {
      return formats.words("invoices.terms.direct", invoice.due());
    }
    return invoice.due().isPositive()
        ? formats.words("invoices.terms.due", invoice.paid(), invoice.due())
        : formats.words("invoices.terms.back", invoice.due().negated());
  }
}
