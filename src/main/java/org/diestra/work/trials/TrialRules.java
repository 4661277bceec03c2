package org.diestra.work.trials;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.exchange.Exchange;
import org.diestra.work.contracts.TrialTerms;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's rules for paid trials.
 *
 * @param hours the most a trial may take, 1–{@value TrialTerms#MOST_HOURS}
 * @param euros the most it may cost, in whole euros or as much in another currency, from 1
 * @param leastEuros the least an hour of it must bring, in whole euros or as much in another
 *     currency, from 0; never more than what the client published
 * @param atOnce how many of one job may go on at once, 1–25
 * @param reviewDays calendar days the client has to look at a delivery, 1–30
 * @param graceDays calendar days after its day before a price goes back where nothing was ever
 *     delivered, 1–60
 */
@ConfigurationProperties("diestra.trials")
record TrialRules(
    @DefaultValue("5") int hours,
    @DefaultValue("250") int euros,
    @DefaultValue("3") int leastEuros,
    @DefaultValue("5") int atOnce,
    @DefaultValue("3") int reviewDays,
    @DefaultValue("14") int graceDays) {
  TrialRules {
    within("hours", hours, 1, TrialTerms.MOST_HOURS);
    within("euros", euros, 1, 1_000_000);
    within("least-euros", leastEuros, 0, 1_000);
    within("at-once", atOnce, 1, 25);
    within("review-days", reviewDays, 1, 30);
    within("grace-days", graceDays, 1, 60);
  }

  /** The most it may cost in that currency; empty where no rate is known. */
  Optional<Money> most(Currency currency, Exchange exchange) {
    return exchange.convert(Money.of(BigDecimal.valueOf(euros), Exchange.REFERENCE), currency);
  }

  /** The least it must cost for so many hours; empty where no rate is known. */
  Optional<Money> least(int longest, Currency currency, Exchange exchange) {
    var floor = Money.of(BigDecimal.valueOf((long) leastEuros * longest), Exchange.REFERENCE);
    return exchange.convert(floor, currency);
  }

  private static void within(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "diestra.trials." + what + ": from " + least + " to " + most);
    }
  }
}
