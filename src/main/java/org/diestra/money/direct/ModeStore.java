package org.diestra.money.direct;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ModeStore {
  private final JdbcClient jdbc;

  ModeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the place of what held in that currency before. */
  void put(Mode mode, PersonId operator) {
    jdbc.sql(
            """
            insert into direct.mode (currency, term_days, person, since)
            values (:currency, :days, :person, :now)
            on conflict (currency) do update
              set term_days = excluded.term_days, person = excluded.person, since = excluded.since
            """)
        .param("currency", mode.currency().getCurrencyCode())
        .param("days", mode.termDays())
        .param("person", operator.value())
        .param("now", at(mode.since()))
        .update();
  }

  /** False where there is none. */
  boolean remove(Currency currency) {
    return jdbc.sql("delete from direct.mode where currency = :currency")
            .param("currency", currency.getCurrencyCode())
            .update()
        == 1;
  }

  Optional<Mode> of(Currency currency) {
    return jdbc.sql("select * from direct.mode where currency = :currency")
        .param("currency", currency.getCurrencyCode())
        .query((r, n) -> mode(r))
        .optional();
  }

  List<Mode> all() {
    return jdbc.sql("select * from direct.mode order by currency").query((r, n) -> mode(r)).list();
  }

  private static Mode mode(ResultSet r) throws SQLException {
    return new Mode(
        Currency.getInstance(text(r, "currency")), integer(r, "term_days"), instant(r, "since"));
  }
}
