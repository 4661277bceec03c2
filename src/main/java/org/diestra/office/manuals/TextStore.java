package org.diestra.office.manuals;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.procedures.Change;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.VersionNumber;
import org.diestra.office.procedures.Written;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What procedures say: the draft, and every version. */
@Repository
class TextStore {
  private final JdbcClient jdbc;

  TextStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Draft> draft(ProcedureId procedure) {
    return jdbc.sql("select * from manuals.draft where procedure = :procedure")
        .param("procedure", procedure.value())
        .query((r, n) -> draft(r))
        .optional();
  }

  /**
   * Begins a draft.
   *
   * @return its revision; empty where there is one already
   */
  Optional<Integer> begin(ProcedureId procedure, Instructions text, PersonId by, Instant now) {
    return jdbc.sql(
            """
            insert into manuals.draft (procedure, body, revision, changed_by, changed_at)
            values (:procedure, :body, nextval('manuals.revision'), :by, :now)
            on conflict do nothing returning revision
            """)
        .param("procedure", procedure.value())
        .param("body", Written.of(text).json())
        .param("by", by.value())
        .param("now", at(now))
        .query(Integer.class)
        .optional();
  }

  /**
   * Changes the draft, which nobody has asked for any more.
   *
   * @return false if it is no longer at that revision
   */
  boolean change(ProcedureId procedure, Instructions text, int revision, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update manuals.draft set body = :body, revision = nextval('manuals.revision'),
                  changed_by = :by,
                  changed_at = :now, asked_by = null, asked_at = null
                where procedure = :procedure and revision = :revision
                """)
            .param("procedure", procedure.value())
            .param("body", Written.of(text).json())
            .param("revision", revision)
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Asks for that revision to be published. */
  boolean ask(ProcedureId procedure, int revision, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update manuals.draft set asked_by = :by, asked_at = :now
                where procedure = :procedure and revision = :revision and asked_at is null
                """)
            .param("procedure", procedure.value())
            .param("revision", revision)
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Gives it back to be written on. */
  boolean giveBack(ProcedureId procedure) {
    return jdbc.sql(
                """
                update manuals.draft set asked_by = null, asked_at = null
                where procedure = :procedure and asked_at is not null
                """)
            .param("procedure", procedure.value())
            .update()
        == 1;
  }

  boolean drop(ProcedureId procedure, int revision) {
    return jdbc.sql(
                "delete from manuals.draft where procedure = :procedure and revision = :revision")
            .param("procedure", procedure.value())
            .param("revision", revision)
            .update()
        == 1;
  }

  void add(Version version) {
    jdbc.sql(
            """
            insert into manuals.version (procedure, number, major, minor, patch, change, body, hash,
              note, published_by, published_at)
            values (:procedure, :number, :major, :minor, :patch, :change, :body, :hash, :note, :by,
              :at)
            """)
        .param("procedure", version.procedure().value())
        .param("number", version.number())
        .param("major", version.version().major())
        .param("minor", version.version().minor())
        .param("patch", version.version().patch())
        .param("change", version.change().name())
        .param("body", version.written().json())
        .param("hash", version.hash())
        .param("note", version.note())
        .param("by", version.publishedBy().value())
        .param("at", at(version.publishedAt()))
        .update();
  }

  Optional<Version> version(ProcedureId procedure, int number) {
    return jdbc.sql(
            "select * from manuals.version where procedure = :procedure and number = :number")
        .param("procedure", procedure.value())
        .param("number", number)
        .query((r, n) -> version(r))
        .optional();
  }

  /** The newest first, at most 200. */
  List<Version> versions(ProcedureId procedure) {
    return jdbc.sql(
            """
            select * from manuals.version where procedure = :procedure
            order by number desc limit 200
            """)
        .param("procedure", procedure.value())
        .query((r, n) -> version(r))
        .list();
  }

  /** Of each procedure the last version that changed its meaning. */
  List<Issue> lastMajor(List<ProcedureId> procedures) {
    return jdbc.sql(
            """
            select distinct on (procedure) procedure, number, published_at from manuals.version
            where procedure = any (:procedures) and change = 'MAJOR'
            order by procedure, number desc
            """)
        .param("procedures", procedures.stream().map(ProcedureId::value).toArray(UUID[]::new))
        .query((r, n) ->
            new Issue(
                new ProcedureId(id(r, "procedure")),
                integer(r, "number"),
                instant(r, "published_at")))
        .list();
  }

  private static Draft draft(ResultSet r) throws SQLException {
    var asked = idOrNull(r, "asked_by");
    return new Draft(
        new Written(text(r, "body")).instructions(),
        integer(r, "revision"),
        new PersonId(id(r, "changed_by")),
        instant(r, "changed_at"),
        asked == null ? null : new PersonId(asked));
  }

  private static Version version(ResultSet r) throws SQLException {
    return new Version(
        new ProcedureId(id(r, "procedure")),
        integer(r, "number"),
        new VersionNumber(integer(r, "major"), integer(r, "minor"), integer(r, "patch")),
        label(r, "change", Change.class),
        new Written(text(r, "body")),
        text(r, "hash"),
        text(r, "note"),
        new PersonId(id(r, "published_by")),
        instant(r, "published_at"));
  }
}
