package org.diestra.platform.signin;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.instant;

import java.time.Instant;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasswordStore {
  private final JdbcClient jdbc;

  PasswordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Nullable String hashOf(PersonId person) {
    return jdbc.sql("select hash from signin.password where person = :person")
        .param("person", person.value())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  Optional<Instant> changedAt(PersonId person) {
    return jdbc.sql("select changed_at from signin.password where person = :person")
        .param("person", person.value())
        .query((row, n) -> instant(row, "changed_at"))
        .optional();
  }

  void set(PersonId person, String hash, Instant at) {
    jdbc.sql(
            """
            insert into signin.password (person, hash, changed_at) values (:person, :hash, :at)
            on conflict (person) do update set hash = excluded.hash, changed_at = excluded.changed_at
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("at", at(at))
        .update();
  }
}
