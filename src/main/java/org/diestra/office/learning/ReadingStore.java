package org.diestra.office.learning;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.manuals.Version;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReadingStore {
  private final JdbcClient jdbc;

  ReadingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Confirms it; once more changes nothing. */
  boolean add(Version version, Reading reading, String locale, @Nullable Integer from) {
    return jdbc.sql(
                """
                insert into learning.reading
                  (procedure, number, person, hash, locale, from_number, score, at)
                values (:procedure, :number, :person, :hash, :locale, :from, :score, :at)
                on conflict do nothing
                """)
            .param("procedure", reading.procedure().value())
            .param("number", reading.number())
            .param("person", reading.person().value())
            .param("hash", version.hash())
            .param("locale", locale)
            .param("from", from)
            .param("score", reading.score())
            .param("at", at(reading.at()))
            .update()
        == 1;
  }

  /** What this person confirmed of these procedures, the newest versions first. */
  List<Reading> of(PersonId person, Collection<ProcedureId> procedures) {
    return jdbc.sql(
            """
            select * from learning.reading
            where person = :person and procedure = any (:procedures) order by number desc
            """)
        .param("person", person.value())
        .param("procedures", procedures.stream().map(ProcedureId::value).toArray(UUID[]::new))
        .query((r, n) -> reading(r))
        .list();
  }

  /** All that one person confirmed of a procedure, the first first. */
  List<Reading> all(PersonId person, ProcedureId procedure) {
    return jdbc.sql(
            """
            select * from learning.reading
            where procedure = :procedure and person = :person order by number
            """)
        .param("procedure", procedure.value())
        .param("person", person.value())
        .query((r, n) -> reading(r))
        .list();
  }

  /** Everybody's last confirmation of a procedure. */
  List<Reading> last(ProcedureId procedure) {
    return jdbc.sql(
            """
            select distinct on (person) * from learning.reading
            where procedure = :procedure order by person, number desc
            """)
        .param("procedure", procedure.value())
        .query((r, n) -> reading(r))
        .list();
  }

  /** Lets one try of a person at a procedure come after another, until the transaction ends. */
  void lock(ProcedureId procedure, PersonId person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:whose, 0)) is null")
        .param("whose", "learning:" + procedure + ":" + person)
        .query(Boolean.class)
        .single();
  }

  void tried(Version version, PersonId person, int score, Instant at) {
    jdbc.sql(
            """
            insert into learning.attempt (procedure, number, person, at, score)
            values (:procedure, :number, :person, :at, :score)
            """)
        .param("procedure", version.procedure().value())
        .param("number", version.number())
        .param("person", person.value())
        .param("at", at(at))
        .param("score", score)
        .update();
  }

  /** Tries since the last talk. */
  int tries(ProcedureId procedure, int number, PersonId person) {
    return jdbc.sql(
            """
            select count(*) from learning.attempt
            where procedure = :procedure and number = :number and person = :person and not settled
            """)
        .param("procedure", procedure.value())
        .param("number", number)
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  /** The people whose tries at that version are used up. */
  List<PersonId> stuck(ProcedureId procedure, int number, int tries) {
    return jdbc.sql(
            """
            select person from learning.attempt a
            where procedure = :procedure and number = :number and not settled
              and not exists (select from learning.reading r where r.procedure = a.procedure
                and r.number = a.number and r.person = a.person)
            group by person having count(*) >= :tries
            """)
        .param("procedure", procedure.value())
        .param("number", number)
        .param("tries", tries)
        .query((r, n) -> new PersonId(id(r, "person")))
        .list();
  }

  boolean settle(ProcedureId procedure, int number, PersonId person) {
    return jdbc.sql(
                """
                update learning.attempt set settled = true
                where procedure = :procedure and number = :number and person = :person
                  and not settled
                """)
            .param("procedure", procedure.value())
            .param("number", number)
            .param("person", person.value())
            .update()
        > 0;
  }

  private static Reading reading(ResultSet r) throws SQLException {
    return new Reading(
        new ProcedureId(id(r, "procedure")),
        integer(r, "number"),
        new PersonId(id(r, "person")),
        integerOrNull(r, "score"),
        instant(r, "at"));
  }
}
