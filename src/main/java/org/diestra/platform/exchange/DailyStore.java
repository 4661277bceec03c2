package org.diestra.platform.exchange;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.decimal;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rates day by day. */
@Repository
class DailyStore {
  private final JdbcClient jdbc;

  DailyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last day that there is anything of. */
  Optional<LocalDate> newest() {
    return jdbc.sql("select max(day) as day from exchange.daily")
        .query((r, n) -> Optional.ofNullable(dateOrNull(r, "day")))
        .single();
  }

  /** Those that are not there, in one statement; answers how many. */
  int add(List<Rate> rates, String source) {
    return jdbc.sql(
            """
            insert into exchange.daily (currency, day, per_euro, source)
            select r.currency, r.day, r.per_euro, :source
            from unnest(:currencies, cast(:days as date[]), cast(:rates as numeric[]))
              as r(currency, day, per_euro)
            on conflict do nothing
            """)
        .param(
            "currencies",
            rates.stream().map(r -> r.currency().getCurrencyCode()).toArray(String[]::new))
        .param("days", rates.stream().map(r -> r.day().toString()).toArray(String[]::new))
        .param("rates", rates.stream().map(r -> r.perEuro().toPlainString()).toArray(String[]::new))
        .param("source", source)
        .update();
  }

  /** What amounts are compared by becomes the newest, where that is of a later day. */
  void renew() {
    jdbc.sql(
            """
            insert into exchange.rate (currency, per_euro, day)
            select distinct on (currency) currency, per_euro, day from exchange.daily
            where day >= (select max(day) from exchange.daily) - 10
            order by currency, day desc
            on conflict (currency) do update set per_euro = excluded.per_euro, day = excluded.day
            where excluded.day > exchange.rate.day
            """)
        .update();
  }

  /**
   * What one euro was in some currencies on the last day up to one, at most ten days before, for
   * which all of them are there; empty where there is none.
   */
  Map<Currency, Rate> on(List<Currency> currencies, LocalDate day) {
    var found = new HashMap<Currency, Rate>();
    jdbc.sql(
            """
            with last as (
              select day from exchange.daily
              where currency = any(:currencies) and day between cast(:day as date) - 10 and :day
              group by day having count(*) = :wanted order by day desc limit 1)
            select d.* from exchange.daily d join last on last.day = d.day
            where d.currency = any(:currencies)
            """)
        .param(
            "currencies", currencies.stream().map(Currency::getCurrencyCode).toArray(String[]::new))
        .param("wanted", currencies.size())
        .param("day", day)
        .query(r -> {
          var currency = Currency.getInstance(text(r, "currency"));
          BigDecimal perEuro = decimal(r, "per_euro");
          found.put(currency, new Rate(currency, perEuro, date(r, "day")));
        });
    return found;
  }

  /**
   * The last time that they were asked for.
   *
   * @param fault of the message that says what was wrong, or null
   */
  record Asked(Instant at, @Nullable String fault) {}

  Optional<Asked> asked() {
    return jdbc.sql("select at, fault from exchange.asked")
        .query((r, n) -> new Asked(instant(r, "at"), textOrNull(r, "fault")))
        .optional();
  }

  void note(Instant now, @Nullable String fault) {
    jdbc.sql(
            """
            insert into exchange.asked (at, fault) values (:now, :fault)
            on conflict (one) do update set at = excluded.at, fault = excluded.fault
            """)
        .param("now", at(now))
        .param("fault", fault)
        .update();
  }
}
