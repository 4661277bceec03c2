package org.diestra.hiring.proposals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.diestra.hiring.jobs.Volume;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;

/**
 * How much of a bid's unit there will be in a stretch of time: the client's estimate, so that bids
 * compare, or the author's own where the client gave none for that unit.
 *
 * @param quantity hours or tasks, more than 0
 * @param byClient whose estimate it is
 */
record Estimate(PayUnit unit, BigDecimal quantity, Period period, boolean byClient) {
  private static final BigDecimal WEEKS = new BigDecimal(52);
  private static final BigDecimal MONTHS = new BigDecimal(12);

  /** What the quantity is for. */
  enum Period {
    ONCE,
    WEEK,
    MONTH;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Estimate of(Volume volume, BidContent bid) {
    int asked = count(volume, bid.unit());
    return new Estimate(
        bid.unit(),
        asked > 0 ? BigDecimal.valueOf(asked) : bid.quantity(),
        period(volume, bid.unit()),
        asked > 0);
  }

  static Period period(Volume volume, PayUnit unit) {
    return unit == PayUnit.HOUR ? Period.WEEK : Period.valueOf(volume.rhythm().name());
  }

  /** What the client asks for of that unit, for a field; empty where the client did not say. */
  static String asked(Volume volume, PayUnit unit) {
    int count = count(volume, unit);
    return count == 0 ? "" : String.valueOf(count);
  }

  private static int count(Volume volume, PayUnit unit) {
    return unit == PayUnit.HOUR ? volume.hoursWeek() : volume.tasks();
  }

  /** The price of it all, in that stretch of time. */
  Money total(Money price) {
    return price.times(quantity, RoundingMode.HALF_UP);
  }

  /** The same for a month, for ordering bids by the week and by the month among each other. */
  Money monthly(Money price) {
    var total = total(price);
    return period == Period.WEEK
        ? total.times(WEEKS.divide(MONTHS, 6, RoundingMode.HALF_UP), RoundingMode.HALF_UP)
        : total;
  }
}
