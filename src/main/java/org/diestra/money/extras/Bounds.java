package org.diestra.money.extras;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import org.diestra.money.payments.Plan;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Row;
import org.diestra.platform.exchange.Exchange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much may be paid beside the work. There is no fee on it, so that without a bound all of the
 * work would be paid so.
 */
@Component
class Bounds {
  private static final long MOST = 1_000_000; // cents: ten thousand euros
  private static final long LEAST = 100; // cents: one euro
  private static final Duration MONTH = Duration.ofDays(30);
  private static final MathContext DOWN = new MathContext(1, RoundingMode.DOWN);
  private final Exchange exchange;
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;

  Bounds(Exchange exchange, JdbcClient jdbc, HouseRights house, Clock clock) {
    this.exchange = exchange;
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  /** The most at once, and of one contract in thirty days. */
  Money most(Currency currency) {
    return about(MOST, currency);
  }

  Money least(Currency currency) {
    return about(LEAST, currency);
  }

  /** So many euros at the day's rate, down to one digit that is not zero. */
  private Money about(long cents, Currency currency) {
    var there = exchange.convert(new Money(cents, Exchange.REFERENCE), currency);
    long minor = there.map(Money::minor).orElse(cents);
    return new Money(BigDecimal.valueOf(minor).round(DOWN).longValueExact(), currency);
  }

  /**
   * What of it is left in a contract: what was given, promised, asked for or spent in the last
   * thirty days counts. Whoever asks holds its money's lock.
   */
  Money left(Plan plan) {
    long used =
        house.call(() ->
            jdbc.sql(
                    """
                    select coalesce(sum(x), 0)::bigint from (
                      select amount as x from extras.tip
                      where contract = :contract and state <> 'DROPPED' and made_at > :since
                      union all
                      select case when state = 'ACCEPTED' then amount else ceiling end
                      from extras.expense where contract = :contract and made_at > :since
                        and state not in ('REFUSED', 'WITHDRAWN', 'LAPSED')) sums
                    """)
                .param("contract", plan.contract().value())
                .param("since", Row.at(clock.instant().minus(MONTH)))
                .query(Long.class)
                .single());
    return most(plan.currency()).minus(plan.money(used));
  }
}
