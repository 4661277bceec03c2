package org.diestra.platform.factors;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CodeStore {
  private static final String PURPOSE = "factors:totp";
  private final JdbcClient jdbc;
  private final Seal seal;

  CodeStore(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /**
   * @param onSince null while it is being set up
   * @param lastStep of the last code that was taken
   */
  record Kept(byte[] secret, Instant begunAt, @Nullable Instant onSince, long lastStep) {}

  Optional<Kept> find(PersonId person) {
    return jdbc.sql(
            "select secret, begun_at, on_since, last_step from factors.totp where person = :person")
        .param("person", person.value())
        .query((row, n) -> kept(person, row))
        .optional();
  }

  /** Without opening the secret. */
  Optional<Instant> onSince(PersonId person) {
    return jdbc.sql(
            """
            select on_since from factors.totp where person = :person and on_since is not null
            """)
        .param("person", person.value())
        .query((row, n) -> instant(row, "on_since"))
        .optional();
  }

  /** Leaves one that is on, or that was begun after that moment. */
  void begin(PersonId person, byte[] secret, Instant now, Instant stale) {
    jdbc.sql(
            """
            insert into factors.totp as kept (person, secret, begun_at)
            values (:person, :secret, :now)
            on conflict (person) do update
            set secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
            where kept.on_since is null and kept.begun_at < :stale
            """)
        .param("person", person.value())
        .param("secret", seal.close(PURPOSE, person.value(), secret))
        .param("now", at(now))
        .param("stale", at(stale))
        .update();
  }

  /** False if it is on already, or no longer the one that was set up then. */
  boolean switchOn(PersonId person, Instant begunAt, long step, Instant now) {
    return jdbc.sql(
                """
                update factors.totp set on_since = :now, last_step = :step
                where person = :person and on_since is null and begun_at = :begun
                """)
            .param("person", person.value())
            .param("begun", at(begunAt))
            .param("step", step)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Uses up that step and all before it; false if somebody else just did. */
  boolean take(PersonId person, long step) {
    return jdbc.sql(
                """
                update factors.totp set last_step = :step
                where person = :person and on_since is not null and last_step < :step
                """)
            .param("person", person.value())
            .param("step", step)
            .update()
        == 1;
  }

  /** The codes for recovery go too. False if there was nothing. */
  boolean remove(PersonId person) {
    jdbc.sql("delete from factors.recovery_code where person = :person")
        .param("person", person.value())
        .update();
    return jdbc.sql("delete from factors.totp where person = :person and on_since is not null")
            .param("person", person.value())
            .update()
        == 1;
  }

  /** In the place of all before. */
  void keepRecovery(PersonId person, Collection<Token> codes) {
    jdbc.sql("delete from factors.recovery_code where person = :person")
        .param("person", person.value())
        .update();
    jdbc.sql(
            """
            insert into factors.recovery_code (person, code_hash)
            select :person, unnest(:hashes)
            """)
        .param("person", person.value())
        .param("hashes", codes.stream().map(Token::hash).toArray(String[]::new))
        .update();
  }

  /** False if it is none of that person's, or used up. */
  boolean useRecovery(PersonId person, Token code, Instant now) {
    return jdbc.sql(
                """
                update factors.recovery_code set used_at = :now
                where person = :person and code_hash = :hash and used_at is null
                """)
            .param("person", person.value())
            .param("hash", code.hash())
            .param("now", at(now))
            .update()
        == 1;
  }

  int recoveryLeft(PersonId person) {
    return jdbc.sql(
            """
            select count(*) from factors.recovery_code where person = :person and used_at is null
            """)
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  private Kept kept(PersonId person, ResultSet row) throws SQLException {
    return new Kept(
        seal.open(PURPOSE, person.value(), bytes(row, "secret")),
        instant(row, "begun_at"),
        instantOrNull(row, "on_since"),
        bigint(row, "last_step"));
  }
}
