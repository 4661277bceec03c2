package org.diestra.money.cards;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConnectionStore {
  private final JdbcClient jdbc;

  ConnectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where that person has one already, or somebody has that one. */
  boolean add(Connection fresh) {
    return jdbc.sql(
                """
                insert into cards.account (person, account, ready, missing, made_at, since)
                values (:person, :account, :ready, :missing, :since, :since)
                on conflict do nothing
                """)
            .param("person", fresh.person().value())
            .param("account", fresh.account())
            .param("ready", fresh.ready())
            .param("missing", fresh.missing())
            .param("since", at(fresh.since()))
            .update()
        == 1;
  }

  /** What Stripe says of it now; false where it said the same before. */
  boolean tell(String account, boolean ready, String missing, Instant now) {
    return jdbc.sql(
                """
                update cards.account set ready = :ready, missing = :missing, since = :now
                where account = :account and (ready, missing) is distinct from (:ready, :missing)
                """)
            .param("account", account)
            .param("ready", ready)
            .param("missing", missing)
            .param("now", at(now))
            .update()
        == 1;
  }

  boolean ready(PersonId person) {
    return of(person).filter(Connection::ready).isPresent();
  }

  Optional<Connection> of(PersonId person) {
    return jdbc.sql("select * from cards.account where person = :person")
        .param("person", person.value())
        .query((r, n) -> connection(r))
        .optional();
  }

  List<Connection> of(Collection<PersonId> people) {
    return jdbc.sql("select * from cards.account where person = any(:people)")
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query((r, n) -> connection(r))
        .list();
  }

  /** How many there are, and how many of them Stripe pays out to. */
  int[] counts() {
    return jdbc.sql(
            "select count(*) as all, count(*) filter (where ready) as ready from cards.account")
        .query((r, n) -> new int[] {r.getInt("all"), r.getInt("ready")})
        .single();
  }

  Optional<Connection> named(String account) {
    return jdbc.sql("select * from cards.account where account = :account")
        .param("account", account)
        .query((r, n) -> connection(r))
        .optional();
  }

  private static Connection connection(ResultSet r) throws SQLException {
    return new Connection(
        new PersonId(id(r, "person")),
        text(r, "account"),
        bool(r, "ready"),
        text(r, "missing"),
        instant(r, "since"));
  }
}
