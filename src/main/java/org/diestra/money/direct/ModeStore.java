package org.diestra.money.direct;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
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
    changed(mode.currency(), mode.termDays(), mode.since());
  }

  private void changed(Currency currency, @Nullable Integer days, Instant now) {
    jdbc.sql(
            """
            insert into direct.change (currency, at, term_days) values (:currency, :now, :days)
            on conflict (currency, at) do update set term_days = excluded.term_days
            """)
        .param("currency", currency.getCurrencyCode())
        .param("now", at(now))
        .param("days", days, Types.INTEGER)
        .update();
  }

  /** The term in days that held then; empty where the house held that currency's money. */
  Optional<Integer> termAt(Currency currency, Instant then) {
    return jdbc.sql(
            """
            select term_days from direct.change where currency = :currency and at <= :then
            order by at desc limit 1
            """)
        .param("currency", currency.getCurrencyCode())
        .param("then", at(then))
        .query((r, n) -> Optional.ofNullable(integerOrNull(r, "term_days")))
        .optional()
        .flatMap(days -> days);
  }

  /** False where there is none. */
  boolean remove(Currency currency, Instant now) {
    boolean was =
        jdbc.sql("delete from direct.mode where currency = :currency")
                .param("currency", currency.getCurrencyCode())
                .update()
            == 1;
    if (was) {
      changed(currency, null, now);
    }
    return was;
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
