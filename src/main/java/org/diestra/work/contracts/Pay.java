package org.diestra.work.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.Stream;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * How the work is paid: by the task, by the hour, by a monthly retainer, or a mix of them, all in
 * one currency. At least one part is there.
 *
 * @param task the price of a task, unless a task says otherwise
 * @param hour the price of an hour, with a weekly cap
 * @param retainer hours bought each month in advance
 */
public record Pay(
    Currency currency, @Nullable Money task, @Nullable Hourly hour, @Nullable Retainer retainer) {

  /**
   * @param rate for an hour, above zero
   * @param weeklyCap hours a week that may be worked without asking, 1–80
   */
  public record Hourly(Money rate, int weeklyCap) {
    public Hourly {
      positive(rate);
      within(weeklyCap, 1, 80);
    }

    /** The most a week can cost without the client's consent. */
    public Money weeklyMost() {
      return rate.times(BigDecimal.valueOf(weeklyCap), RoundingMode.UNNECESSARY);
    }
  }

  /**
   * @param hours a month, 1–200
   * @param price for a month, above zero
   * @param rollover hours not used that move into the next month, 0–hours
   */
  public record Retainer(int hours, Money price, int rollover) {
    public Retainer {
      positive(price);
      within(hours, 1, 200);
      within(rollover, 0, hours);
    }
  }

  public Pay {
    if (task != null) {
      positive(task);
    }
    var amounts =
        Stream.of(
                task, hour == null ? null : hour.rate(), retainer == null ? null : retainer.price())
            .filter(Objects::nonNull)
            .toList();
    if (amounts.isEmpty() || amounts.stream().anyMatch(a -> !a.currency().equals(currency))) {
      throw new IllegalArgumentException("at least one part, all in " + currency);
    }
  }

  private static void positive(Money money) {
    if (!money.isPositive()) {
      throw new IllegalArgumentException("not above zero: " + money);
    }
  }

  private static void within(int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(value + " is not within " + least + "–" + most);
    }
  }
}
