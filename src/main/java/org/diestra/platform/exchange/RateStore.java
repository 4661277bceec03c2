package org.diestra.platform.exchange;

import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.decimal;
import static org.diestra.platform.data.Row.text;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RateStore {
  private final JdbcClient jdbc;

  RateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Rate> all() {
    return jdbc.sql("select * from exchange.rate order by currency")
        .query((r, n) ->
            new Rate(
                Currency.getInstance(text(r, "currency")), decimal(r, "per_euro"), date(r, "day")))
        .list();
  }

  void put(Collection<Rate> rates) {
    for (var rate : rates) {
      jdbc.sql(
              """
              insert into exchange.rate (currency, per_euro, day) values (:currency, :rate, :day)
              on conflict (currency) do update
              set per_euro = excluded.per_euro, day = excluded.day
              """)
          .param("currency", rate.currency().getCurrencyCode())
          .param("rate", rate.perEuro())
          .param("day", rate.day())
          .update();
    }
  }
}
