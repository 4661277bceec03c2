package org.diestra.work.time;

import java.util.Currency;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Pay;
import org.jspecify.annotations.Nullable;

/**
 * How a week's hours are paid.
 *
 * @param rate of an hour, or null where a retainer alone pays
 * @param cap minutes a week that may be worked without asking, or null for none
 */
record Tariff(Currency currency, @Nullable Money rate, @Nullable Integer cap) {
  /** Empty where no hours are paid. */
  static Optional<Tariff> of(Pay pay) {
    if (pay.hour() == null && pay.retainer() == null) {
      return Optional.empty();
    }
    var hour = pay.hour();
    return Optional.of(
        new Tariff(
            pay.currency(),
            hour == null ? null : hour.rate(),
            hour == null ? null : hour.weeklyCap() * 60));
  }

  /**
   * The most of a week that is paid without asking.
   *
   * @param bag what the month of a retainer has left for it; the cap counts beyond that alone, and
   *     without a rate nothing beyond it is paid
   */
  int limit(int bag) {
    return rate == null || cap == null ? bag : bag + cap;
  }

  /** What so many minutes come to, rounded half to even at the smallest unit; null without rate. */
  @Nullable Money worth(int minutes) {
    if (rate == null) {
      return null;
    }
    return WorkedWeek.worth(rate, minutes);
  }
}
