package org.diestra.hiring.board;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.search.Criteria;
import org.diestra.platform.search.Facet;
import org.diestra.platform.search.Kind;
import org.diestra.platform.search.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what {@link Filters} mean in the terms of the index. */
@Component
class Looking {
  static final int PAGE = 20;

  /** Hours at which somebody may be at work, for "shared hours with a zone". */
  private static final int FROM = 8;

  private static final int TO = 20;
  private static final DayOfWeek[] WORKDAYS = {
    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
  };

  private final Exchange exchange;

  Looking(Exchange exchange) {
    this.exchange = exchange;
  }

  Criteria criteria(Filters filters, @Nullable String after) {
    var wanted =
        Criteria.of(Kind.JOB)
            .words(filters.q())
            .any(Facet.AREA, filters.area())
            .any(Facet.PAY_UNIT, filters.unit())
            .any(Facet.VERIFIED, filters.verified() ? List.of("yes") : List.of())
            .sort(filters.order().sort())
            .count(Facet.AREA, Facet.PAY_UNIT, Facet.LANGUAGE, Facet.VERIFIED)
            .limit(PAGE)
            .after(after);
    language(filters, wanted);
    rate(filters.from(), filters).ifPresent(minor -> wanted.atLeast(measure(filters), minor));
    rate(filters.to(), filters).ifPresent(minor -> wanted.atMost(measure(filters), minor));
    shared(filters).ifPresent(week -> wanted.shares(week, filters.sharedHours().orElse(0)));
    return wanted.build();
  }

  /** In which currency the rates are typed; the reference where it says none. */
  static Currency currency(Filters filters) {
    return Currency.getAvailableCurrencies().stream()
        .filter(c -> c.getCurrencyCode().equals(filters.currency()))
        .findFirst()
        .orElse(Exchange.REFERENCE);
  }

  private Optional<Long> rate(String typed, Filters filters) {
    return Money.read(typed, currency(filters)).flatMap(exchange::reference);
  }

  /** Rates compare by the hour unless only tasks are looked for. */
  private static Measure measure(Filters filters) {
    return filters.unit().equals(List.of("task")) ? Measure.TASK_RATE : Measure.HOURLY_RATE;
  }

  private static void language(Filters filters, Criteria.Draft wanted) {
    if (filters.language().isEmpty()) {
      return;
    }
    Fluency.read(filters.language() + "-" + filters.level())
        .ifPresentOrElse(
            wanted::fluent, () -> wanted.any(Facet.LANGUAGE, List.of(filters.language())));
  }

  private static Optional<WorkWeek> shared(Filters filters) {
    return filters.sharedHours().isPresent()
            && ZoneId.getAvailableZoneIds().contains(filters.zone())
        ? Optional.of(WorkWeek.daily(ZoneId.of(filters.zone()), FROM, TO, WORKDAYS))
        : Optional.empty();
  }
}
