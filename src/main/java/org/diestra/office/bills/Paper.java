package org.diestra.office.bills;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.diestra.office.dues.PartyId;
import org.diestra.office.dues.Sums;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Money;

/**
 * What a bill says.
 *
 * @param number the supplier's, 1–60 characters
 * @param credit whether it gives back what another asked for: all is below zero then
 * @param dueOn never before its day
 * @param items at least one
 * @param withholding tax kept back of the net sum, in thousandths
 * @param adjusted by how much the bill's VAT is more than ours
 */
record Paper(
    PartyId party,
    String number,
    boolean credit,
    LocalDate day,
    LocalDate dueOn,
    Treatment treatment,
    int withholding,
    Money adjusted,
    List<Item> items) {
  static final int LONGEST_NUMBER = 60;

  Paper {
    items = List.copyOf(items);
  }

  Sums sums() {
    return Sums.of(adjusted.currency(), items, treatment, withholding).adjusted(adjusted);
  }

  /** Its number as it is compared: letters and digits alone. */
  String folded() {
    var bare = Folded.of(number).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    var compared = bare.isEmpty() ? number.toLowerCase(Locale.ROOT) : bare;
    // some letters come apart into several
    return compared
        .codePoints()
        .limit(LONGEST_NUMBER)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** What it is for, as its lines say. */
  String text() {
    var all = String.join(", ", items.stream().map(Item::text).filter(t -> !t.isEmpty()).toList());
    return all.length() > Item.LONGEST ? all.substring(0, Item.LONGEST - 1) + "…" : all;
  }
}
