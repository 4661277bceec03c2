package org.diestra.work.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;

/**
 * A week that is closed, as far as whoever has money must know it.
 *
 * @param week its Monday in UTC
 * @param rate of an hour
 * @param minutes that are due
 * @param withheld minutes in dispute
 */
public record WorkedWeek(
    ContractId contract,
    LocalDate week,
    OrganisationId client,
    PersonId assistant,
    Money rate,
    int minutes,
    int withheld) {
  private static final BigDecimal HOUR = BigDecimal.valueOf(60);

  /** What is due. */
  public Money price() {
    return worth(rate, minutes);
  }

  /** What is withheld, so that both together come to what all of it would. */
  public Money withheldPrice() {
    return worth(rate, minutes + withheld).minus(price());
  }

  /** What so many minutes come to, rounded half to even at the smallest unit. */
  public static Money worth(Money rate, int minutes) {
    var minor =
        BigDecimal.valueOf(rate.minor())
            .multiply(BigDecimal.valueOf(minutes))
            .divide(HOUR, 0, RoundingMode.HALF_EVEN);
    return new Money(minor.longValueExact(), rate.currency());
  }
}
