package org.diestra.office.letters;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TemplateStore {
  private final JdbcClient jdbc;

  TemplateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By name. */
  List<Template> all(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from letters.template where workspace = :workspace and removed_at is null
            order by lower(name), id
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> template(r))
        .list();
  }

  Optional<Template> find(WorkspaceId workspace, TemplateId id) {
    return jdbc.sql(
            """
            select * from letters.template
            where workspace = :workspace and id = :id and removed_at is null
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> template(r))
        .optional();
  }

  private static Template template(ResultSet r) throws SQLException {
    return new Template(
        new TemplateId(id(r, "id")),
        Kind.valueOf(text(r, "kind")),
        Locale.of(text(r, "language")),
        text(r, "name"),
        text(r, "subject"),
        text(r, "body"),
        integer(r, "version"),
        new PersonId(id(r, "changed_by")),
        instant(r, "changed_at"));
  }

  int count(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select count(*) from letters.template
            where workspace = :workspace and removed_at is null
            """)
        .param("workspace", workspace.value())
        .query(Integer.class)
        .single();
  }

  void add(WorkspaceId workspace, TemplateId id, Template.Text it, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into letters.template (id, workspace, kind, language, name, subject, body,
              made_by, made_at, changed_by, changed_at)
            values (:id, :workspace, :kind, :language, :name, :subject, :body, :by, :now, :by, :now)
            """)
        .param("id", id.value())
        .param("workspace", workspace.value())
        .param("kind", it.kind().name())
        .param("language", it.language().getLanguage())
        .param("name", it.name())
        .param("subject", it.subject())
        .param("body", it.body())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** Whether that version was still there. */
  boolean change(
      WorkspaceId workspace, TemplateId id, Template.Text it, int seen, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update letters.template set kind = :kind, language = :language, name = :name,
                  subject = :subject, body = :body, version = version + 1,
                  changed_by = :by, changed_at = :now
                where workspace = :workspace and id = :id and version = :seen
                  and removed_at is null
                """)
            .param("kind", it.kind().name())
            .param("language", it.language().getLanguage())
            .param("name", it.name())
            .param("subject", it.subject())
            .param("body", it.body())
            .param("by", by.value())
            .param("now", at(now))
            .param("workspace", workspace.value())
            .param("id", id.value())
            .param("seen", seen)
            .update()
        == 1;
  }

  boolean remove(WorkspaceId workspace, TemplateId id, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update letters.template set removed_at = :now, removed_by = :by
                where workspace = :workspace and id = :id and removed_at is null
                """)
            .param("now", at(now))
            .param("by", by.value())
            .param("workspace", workspace.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  boolean bringBack(WorkspaceId workspace, TemplateId id) {
    return jdbc.sql(
                """
                update letters.template set removed_at = null, removed_by = null
                where workspace = :workspace and id = :id and removed_at is not null
                """)
            .param("workspace", workspace.value())
            .param("id", id.value())
            .update()
        == 1;
  }
}
