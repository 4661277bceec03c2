package org.diestra.platform.programs;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProgramStore {
  private final JdbcClient jdbc;

  ProgramStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A living password of whoever has that address. */
  record Candidate(PersonId person, String hash, Program program) {}

  void add(Program program, PersonId person, String hash) {
    jdbc.sql(
            """
            insert into programs.password (id, person, name, parts, hash, made_at)
            values (:id, :person, :name, :parts, :hash, :now)
            """)
        .param("id", program.id().value())
        .param("person", person.value())
        .param("name", program.name())
        .param("parts", program.parts().stream().map(Part::name).sorted().toArray(String[]::new))
        .param("hash", hash)
        .param("now", at(program.madeAt()))
        .update();
  }

  /** The person's living ones, the newest first. */
  List<Program> of(PersonId person) {
    return jdbc.sql(
            """
            select * from programs.password where person = :person and ended_at is null
            order by made_at desc, id desc
            """)
        .param("person", person.value())
        .query((r, n) -> program(r))
        .list();
  }

  List<Candidate> candidates(EmailAddress email) {
    return jdbc.sql(
            """
            select w.* from programs.password w join accounts.person p on p.id = w.person
            where p.email_key = :email and w.ended_at is null
            """)
        .param("email", email.key())
        .query((r, n) -> new Candidate(new PersonId(id(r, "person")), text(r, "hash"), program(r)))
        .list();
  }

  void used(ProgramId program, Instant now) {
    jdbc.sql("update programs.password set used_at = :now where id = :id and ended_at is null")
        .param("id", program.value())
        .param("now", at(now))
        .update();
  }

  /** All of a person; how many there were. */
  int endAll(PersonId person, Instant now) {
    return jdbc.sql(
            """
            update programs.password set ended_at = :now
            where person = :person and ended_at is null
            """)
        .param("person", person.value())
        .param("now", at(now))
        .update();
  }

  boolean end(PersonId person, ProgramId program, Instant now) {
    return jdbc.sql(
                """
                update programs.password set ended_at = :now
                where id = :id and person = :person and ended_at is null
                """)
            .param("id", program.value())
            .param("person", person.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  private static Program program(ResultSet r) throws SQLException {
    Set<Part> parts =
        texts(r, "parts").stream().map(Part::valueOf).collect(Collectors.toUnmodifiableSet());
    return new Program(
        new ProgramId(id(r, "id")),
        text(r, "name"),
        parts,
        instant(r, "made_at"),
        instantOrNull(r, "used_at"));
  }
}
