package org.diestra.office.manuals;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.Optional;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.Written;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TranslationStore {
  private final JdbcClient jdbc;

  TranslationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Translation> find(ProcedureId procedure) {
    return jdbc.sql("select * from manuals.translation where procedure = :procedure")
        .param("procedure", procedure.value())
        .query((r, n) ->
            new Translation(
                text(r, "language"),
                new Written(text(r, "body")).instructions(),
                integer(r, "number"),
                text(r, "source_hash"),
                integer(r, "revision"),
                new PersonId(id(r, "changed_by")),
                instant(r, "changed_at")))
        .optional();
  }

  /**
   * Keeps it.
   *
   * @param revision what the writer has seen, 0 for none
   * @return false if somebody else changed it meanwhile
   */
  boolean keep(
      String language,
      Instructions translated,
      Version source,
      int revision,
      PersonId by,
      Instant now) {
    return jdbc.sql(
                """
                insert into manuals.translation as t (procedure, language, body, number,
                  source_hash, revision, changed_by, changed_at)
                values (:procedure, :language, :body, :number, :hash, 1, :by, :now)
                on conflict (procedure, language) do update set body = excluded.body,
                  number = excluded.number, source_hash = excluded.source_hash,
                  revision = t.revision + 1, changed_by = excluded.changed_by,
                  changed_at = excluded.changed_at
                where t.revision = :revision
                """)
            .param("procedure", source.procedure().value())
            .param("language", language)
            .param("body", Written.of(translated).json())
            .param("number", source.number())
            .param("hash", source.hash())
            .param("revision", revision)
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }
}
