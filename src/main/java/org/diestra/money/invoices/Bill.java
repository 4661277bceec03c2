package org.diestra.money.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice with all that its papers say, in one language.
 *
 * @param what the one line of it
 * @param notes what else the law or the reader wants to see
 * @param terms how it is paid
 * @param why it bears no VAT, or empty
 * @param contract its number, or null
 * @param first the invoice that this one corrects, or null
 */
record Bill(
    Invoice invoice,
    TaxProfile seller,
    TaxProfile buyer,
    String language,
    String what,
    List<String> notes,
    String terms,
    String why,
    @Nullable String contract,
    @Nullable First first) {
  private static final int SIXTY = 60;

  record First(String number, LocalDate issuedOn) {}

  /** UNTDID 1001: an invoice, also one that a third party makes for the seller; a corrected one. */
  String type() {
    return switch (invoice.kind()) {
      case WORK, FEE -> "380";
      case CORRECTIVE -> "384";
    };
  }

  /** Units of UN/ECE Recommendation 20: hours, months, or pieces. */
  String unit() {
    return hours() != null ? "HUR" : invoice.cause().month() ? "MON" : "C62";
  }

  /** Below zero where it is corrected: a price never is (EN 16931, BR-27). */
  BigDecimal quantity() {
    var hours = hours();
    return hours != null
        ? hours
        : invoice.kind() == Kind.CORRECTIVE ? BigDecimal.ONE.negate() : BigDecimal.ONE;
  }

  Money price() {
    var rate = invoice.cause().rate();
    return hours() != null && rate != null
        ? rate
        : invoice.net().minor() < 0 ? invoice.net().negated() : invoice.net();
  }

  /** Where hours times rate are exactly what is charged. */
  private @Nullable BigDecimal hours() {
    var minutes = invoice.cause().minutes();
    var rate = invoice.cause().rate();
    if (minutes == null || rate == null) {
      return null;
    }
    var hours =
        BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(SIXTY), 4, RoundingMode.HALF_UP);
    return rate.times(hours, RoundingMode.HALF_UP).equals(invoice.net())
        ? hours.stripTrailingZeros()
        : null;
  }

  /** 21 for 2100 basis points; null where the category has none (BR-O-05). */
  @Nullable String percent() {
    return invoice.treatment().category() == Category.O
        ? null
        : BigDecimal.valueOf(invoice.treatment().rate(), 2).toPlainString();
  }

  /** Not named where tax is out of scope (BR-O-02). */
  @Nullable String vatId(TaxProfile party) {
    return invoice.treatment().category() == Category.O ? null : party.vatId();
  }

  /** What was paid, or kept back for a tax office in the seller's name. */
  Money settled() {
    return invoice.paid().plus(invoice.withheld());
  }
}
