package org.diestra.office.sales;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.diestra.office.dues.PartyId;
import org.diestra.office.dues.Sums;
import org.diestra.office.dues.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says, before it has a number and a day.
 *
 * @param supplied when it was delivered or done, or null for the invoice's own day
 * @param withholding tax that the customer keeps back, in thousandths
 * @param note for the customer, at most 1,000 characters, may be empty
 * @param because why it corrects another, or null
 * @param items at least one
 */
record Said(
    PartyId party,
    @Nullable LocalDate supplied,
    Treatment treatment,
    int withholding,
    String note,
    @Nullable String because,
    Currency currency,
    List<SaleItem> items) {
  Said {
    items = List.copyOf(items);
  }

  Sums sums() {
    return Sums.of(currency, items, treatment, withholding);
  }

  /** What it is for, in a line. */
  String text() {
    var all = String.join(", ", items.stream().map(SaleItem::text).toList());
    return all.length() > 200 ? all.substring(0, 199) + "…" : all;
  }
}
