package org.diestra.money.payments;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diestra.money.payments.MonthStore.Month;
import org.diestra.money.payments.Purses.Purse;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Bar;
import org.diestra.platform.page.Formats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The charts of a purse: what was earned, or spent on work, in each of the last months. */
@Component
class Months {
  private static final int MOST = 12;
  private final MonthStore store;
  private final HouseRights house;
  private final Clock clock;

  Months(MonthStore store, HouseRights house, Clock clock) {
    this.store = store;
    this.house = house;
    this.clock = clock;
  }

  /** A chart, with months in the viewer's zone; up to this one, the latest first. */
  record Chart(Currency currency, List<Bar> bars) {}

  /** One for each currency, from the first month in which there was something. */
  @Transactional(readOnly = true)
  public List<Chart> of(Purse purse, Formats formats) {
    var zone = formats.zone();
    var now = YearMonth.from(clock.instant().atZone(zone));
    var since = now.minusMonths(MOST - 1).atDay(1).atStartOfDay(zone).toInstant();
    var months =
        house.call(() ->
            purse.own()
                ? store.earned(purse.owner(), since, zone)
                : store.spent(purse.owner(), since, zone));
    return months.stream()
        .collect(
            Collectors.groupingBy(
                m -> m.amount().currency().getCurrencyCode(), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(all -> chart(all, now, formats))
        .toList();
  }

  private static Chart chart(List<Month> months, YearMonth now, Formats formats) {
    var currency = months.getFirst().amount().currency();
    var named = DateTimeFormatter.ofPattern("LLL yyyy", formats.locale());
    var bars = new ArrayList<Bar>();
    for (var each = now; !each.isBefore(months.getFirst().month()); each = each.minusMonths(1)) {
      var month = each;
      var amount =
          months.stream()
              .filter(m -> m.month().equals(month))
              .findFirst()
              .map(Month::amount)
              .orElse(Money.zero(currency));
      bars.add(new Bar(named.format(month), amount.minor(), formats.money(amount)));
    }
    return new Chart(currency, bars);
  }
}
