package org.diestra.office.reports;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.Bar;
import org.diestra.platform.page.Formats;

/**
 * What there was in cash and at banks at the end of each month.
 *
 * @param moved what the accounts for that moved by in each month, in minor units
 */
record Cash(Period year, Map<LocalDate, Long> moved) {
  Cash {
    moved = Map.copyOf(moved);
  }

  /** The end of a month, and what there was then. */
  record End(LocalDate month, Money money) {}

  /** Each month of the year that has books, up to the last in which anything moved. */
  List<End> ends() {
    var ends = new ArrayList<End>();
    var last = moved.keySet().stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
    for (int i = 0; i < year.months(); i++) {
      var month = year.from().plusMonths(i);
      if (!month.isAfter(last) && month.plusMonths(1).isAfter(year.book().begins())) {
        ends.add(new End(month, before(month.plusMonths(1))));
      }
    }
    return ends;
  }

  private Money before(LocalDate day) {
    long sum =
        moved.entrySet().stream()
            .filter(entry -> entry.getKey().isBefore(day))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Money(sum, year.book().currency());
  }

  /** The same to be looked at; less than nothing has no length. */
  List<Bar> bars(Formats reader) {
    return ends().stream()
        .map(end ->
            new Bar(
                name(end.month(), reader.locale()),
                Math.max(0, end.money().minor()),
                reader.money(end.money())))
        .toList();
  }

  private static String name(LocalDate month, Locale locale) {
    return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }
}
