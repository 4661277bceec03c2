package org.diestra.hiring.talent;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Handles that are or were somebody's. */
@Repository
class HandleStore {
  private final JdbcClient jdbc;

  HandleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever has that handle or had it, and the one they have now. */
  Optional<Holder> holder(Handle handle) {
    return jdbc.sql(
            """
            select p.person, p.handle from talent.handle h
            join talent.profile p on p.person = h.person
            where h.handle = :handle
            """)
        .param("handle", handle.text())
        .query((row, n) ->
            new Holder(new PersonId(Row.id(row, "person")), new Handle(Row.text(row, "handle"))))
        .optional();
  }

  record Holder(PersonId person, Handle now) {}

  /** Those of the candidates that somebody has or had. */
  Set<String> taken(Collection<Handle> candidates) {
    return jdbc.sql("select handle from talent.handle where handle = any(:candidates)")
        .param("candidates", candidates.stream().map(Handle::text).toArray(String[]::new))
        .query((row, n) -> Row.text(row, "handle"))
        .set();
  }

  /** Notes who holds it, once and for all; false where somebody else does. */
  boolean take(Handle handle, PersonId person, Instant at) {
    jdbc.sql(
            """
            insert into talent.handle (handle, person, taken_at)
            values (:handle, :person, :at)
            on conflict (handle) do nothing
            """)
        .param("handle", handle.text())
        .param("person", person.value())
        .param("at", Row.at(at))
        .update();
    return jdbc.sql("select person from talent.handle where handle = :handle")
        .param("handle", handle.text())
        .query(UUID.class)
        .single()
        .equals(person.value());
  }

  /** How many a person has had. */
  int count(PersonId person) {
    return jdbc.sql("select count(*) from talent.handle where person = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  void use(PersonId person, Handle handle) {
    int rows =
        jdbc.sql("update talent.profile set handle = :handle where person = :person")
            .param("handle", handle.text())
            .param("person", person.value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("no profile of " + person);
    }
  }
}
