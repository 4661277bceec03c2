package org.diestra.hiring.jobs;

import java.util.Currency;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.jspecify.annotations.Nullable;

/**
 * The most a client pays: by the hour, by the task, or whichever the bidder prefers, with a ceiling
 * for each. No bid may be above it.
 *
 * @param hourly the ceiling for an hour, or null where hours are not paid
 * @param perTask the ceiling for a task, or null where tasks are not paid; the same currency
 */
public record Pay(@Nullable Money hourly, @Nullable Money perTask) {
  public Pay {
    var given = Stream.of(Optional.ofNullable(hourly), Optional.ofNullable(perTask));
    var amounts = given.flatMap(Optional::stream).toList();
    if (amounts.isEmpty() || !amounts.stream().allMatch(Money::isPositive)) {
      throw new IllegalArgumentException("a ceiling above zero is needed");
    }
    if (amounts.stream().map(Money::currency).distinct().count() > 1) {
      throw new IllegalArgumentException("two currencies in one job");
    }
  }

  public Currency currency() {
    return (hourly == null ? Objects.requireNonNull(perTask) : hourly).currency();
  }

  public Optional<Money> ceiling(PayUnit unit) {
    return Optional.ofNullable(unit == PayUnit.HOUR ? hourly : perTask);
  }

  public Set<PayUnit> units() {
    var units = EnumSet.noneOf(PayUnit.class);
    if (hourly != null) {
      units.add(PayUnit.HOUR);
    }
    if (perTask != null) {
      units.add(PayUnit.TASK);
    }
    return units;
  }

  /** Whether that price is within what the client pays; the ceiling itself is. */
  public boolean allows(PayUnit unit, Money price) {
    return ceiling(unit)
        .filter(ceiling -> ceiling.currency().equals(price.currency()))
        .filter(ceiling -> !price.isMoreThan(ceiling))
        .isPresent();
  }

  /** Whether every price the other allowed is allowed by this too. */
  public boolean covers(Pay other) {
    return other.units().stream()
        .allMatch(unit -> other.ceiling(unit).filter(price -> allows(unit, price)).isPresent());
  }

  /** Covers the other and pays more for something. */
  public boolean isRaiseOf(Pay other) {
    return covers(other) && !equals(other);
  }
}
