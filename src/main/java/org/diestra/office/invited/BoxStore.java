package org.diestra.office.invited;

import static org.diestra.platform.data.Row.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where invitations reach people. Row security shows each their own. */
@Repository
class BoxStore {
  private final JdbcClient jdbc;

  BoxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What that person's address is made of: this, unless there is one. */
  UUID of(PersonId person, UUID fresh, Instant now) {
    jdbc.sql(
            """
            insert into invited.box (person, id, made_at) values (:person, :id, :now)
            on conflict (person) do nothing
            """)
        .param("person", person.value())
        .param("id", fresh)
        .param("now", at(now))
        .update();
    return find(person).orElseThrow();
  }

  Optional<UUID> find(PersonId person) {
    return jdbc.sql("select id from invited.box where person = :person")
        .param("person", person.value())
        .query(UUID.class)
        .optional();
  }

  /** From now on nothing reaches them by the one before. */
  void change(PersonId person, UUID fresh, Instant now) {
    jdbc.sql("update invited.box set id = :id, made_at = :now where person = :person")
        .param("person", person.value())
        .param("id", fresh)
        .param("now", at(now))
        .update();
  }

  /** One change more by mail; how many there are that day. */
  int changed(PersonId person, LocalDate day) {
    return jdbc.sql(
            """
            update invited.box
            set changes = case when changes_on = :day then changes + 1 else 1 end,
              changes_on = :day
            where person = :person returning changes
            """)
        .param("person", person.value())
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  Optional<PersonId> holder(UUID box) {
    return jdbc.sql("select person from invited.box where id = :id")
        .param("id", box)
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /** The same; from now until the transaction ends nothing else comes in there. */
  Optional<PersonId> locked(UUID box) {
    return jdbc.sql("select person from invited.box where id = :id for update")
        .param("id", box)
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }
}
