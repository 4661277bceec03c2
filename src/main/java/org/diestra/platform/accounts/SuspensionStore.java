package org.diestra.platform.accounts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.util.Optional;
import org.diestra.platform.accounts.Suspensions.Suspension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SuspensionStore {
  private final JdbcClient jdbc;

  SuspensionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Suspension> find(PersonId person) {
    return jdbc.sql("select * from accounts.suspension where person = :person")
        .param("person", person.value())
        .query((r, n) ->
            new Suspension(text(r, "why"), new PersonId(id(r, "suspended_by")), instant(r, "at")))
        .optional();
  }

  /** False where there is one already. */
  boolean add(PersonId person, Suspension suspension) {
    return jdbc.sql(
                """
                insert into accounts.suspension (person, why, suspended_by, at)
                values (:person, :why, :by, :at)
                on conflict (person) do nothing
                """)
            .param("person", person.value())
            .param("why", suspension.why())
            .param("by", suspension.by().value())
            .param("at", at(suspension.at()))
            .update()
        == 1;
  }

  /** False where there is none. */
  boolean remove(PersonId person) {
    return jdbc.sql("delete from accounts.suspension where person = :person")
            .param("person", person.value())
            .update()
        == 1;
  }

  /** Its attributes go with each. */
  void endSessions(PersonId person) {
    jdbc.sql("delete from accounts.session where principal_name = :person")
        .param("person", person.toString())
        .update();
  }
}
