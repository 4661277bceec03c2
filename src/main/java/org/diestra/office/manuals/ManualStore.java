package org.diestra.office.manuals;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.procedures.VersionNumber;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Procedures without their texts; row security shows each person those of the areas it enters. */
@Repository
class ManualStore {
  private static final String ROWS =
      """
      select p.*, v.major, v.minor, v.patch, d.changed_at as drafted_at, d.asked_at
      from manuals.procedure p
      left join manuals.version v on v.procedure = p.id and v.number = p.published
      left join manuals.draft d on d.procedure = p.id
      """;

  private final JdbcClient jdbc;

  ManualStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which procedures a list shows.
   *
   * @param words that they say, or empty for all
   * @param afterTitle where the page begins: after this title in lower case, null for the first
   */
  record Wanted(
      WorkspaceId workspace,
      @Nullable Area area,
      boolean archived,
      String words,
      @Nullable String afterTitle,
      @Nullable UUID afterId) {}

  void add(
      ProcedureId id, WorkspaceId workspace, Area area, Naming naming, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into manuals.procedure
              (id, workspace, area, language, title, words, contract, created_by, created_at)
            values (:id, :workspace, :area, :language, :title,
              to_tsvector('spanish', :words) || to_tsvector('english', :words),
              :contract, :by, :now)
            """)
        .param("id", id.value())
        .param("workspace", workspace.value())
        .param("area", area.name())
        .param("language", naming.language())
        .param("title", naming.title())
        .param("words", naming.words())
        .param("contract", naming.contract())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /**
   * What a procedure is found by.
   *
   * @param words of its whole text, folded
   */
  record Naming(String language, String title, String words, @Nullable UUID contract) {}

  Optional<Procedure> find(ProcedureId id) {
    return jdbc.sql(ROWS + " where p.id = :id")
        .param("id", id.value())
        .query((r, n) -> procedure(r))
        .optional();
  }

  /**
   * Locks it until the transaction ends. What it says by then is for another statement to read: one
   * that waited sees the row anew beside what it was joined with before.
   */
  void lock(ProcedureId id) {
    jdbc.sql("select id from manuals.procedure where id = :id for update")
        .param("id", id.value())
        .query(UUID.class)
        .optional();
  }

  List<Procedure> list(Wanted wanted, int limit) {
    return jdbc.sql(
            ROWS
                + """
                where p.workspace = :workspace
                  and (cast(:area as text) is null or p.area = :area)
                  and (p.archived_at is not null) = :archived
                  and (:words = '' or p.words @@ (websearch_to_tsquery('spanish', :words)
                    || websearch_to_tsquery('english', :words)))
                  and (cast(:title as text) is null or (lower(p.title), p.id) > (:title, :after))
                order by lower(p.title), p.id limit :limit
                """)
        .param("workspace", wanted.workspace().value())
        .param("area", wanted.area() == null ? null : wanted.area().name())
        .param("archived", wanted.archived())
        .param("words", wanted.words())
        .param("title", wanted.afterTitle())
        .param("after", wanted.afterId(), Types.OTHER)
        .param("limit", limit)
        .query((r, n) -> procedure(r))
        .list();
  }

  /** What was published in these areas and holds, by title. */
  List<Procedure> published(Map<WorkspaceId, Set<Area>> areas) {
    var workspaces = new ArrayList<UUID>();
    var names = new ArrayList<String>();
    areas.forEach((workspace, some) ->
        some.forEach(area -> {
          workspaces.add(workspace.value());
          names.add(area.name());
        }));
    return jdbc.sql(
            ROWS
                + """
                where (p.workspace, p.area) in (
                    select * from unnest(cast(:workspaces as uuid[]), cast(:areas as text[])))
                  and p.archived_at is null and p.published is not null
                order by lower(p.title), p.id
                """)
        .param("workspaces", workspaces.toArray(UUID[]::new))
        .param("areas", names.toArray(String[]::new))
        .query((r, n) -> procedure(r))
        .list();
  }

  /** Drafts of those workspaces that somebody asked to publish, the oldest first. */
  List<Procedure> asked(List<WorkspaceId> workspaces) {
    return jdbc.sql(
            ROWS
                + """
                where p.workspace = any (:workspaces) and p.archived_at is null
                  and d.asked_at is not null
                order by d.asked_at limit 20
                """)
        .param("workspaces", workspaces.stream().map(WorkspaceId::value).toArray(UUID[]::new))
        .query((r, n) -> procedure(r))
        .list();
  }

  void rename(ProcedureId id, String title, String words) {
    jdbc.sql(
            """
            update manuals.procedure set title = :title,
              words = to_tsvector('spanish', :words) || to_tsvector('english', :words)
            where id = :id
            """)
        .param("title", title)
        .param("words", words)
        .param("id", id.value())
        .update();
  }

  void hold(ProcedureId id, int published) {
    jdbc.sql("update manuals.procedure set published = :published where id = :id")
        .param("published", published)
        .param("id", id.value())
        .update();
  }

  boolean archive(ProcedureId id, @Nullable PersonId by, @Nullable Instant at) {
    return jdbc.sql(
                """
                update manuals.procedure set archived_at = :at, archived_by = :by
                where id = :id and (archived_at is null) <> (cast(:at as timestamptz) is null)
                """)
            .param("at", atOrNull(at))
            .param("by", by == null ? null : by.value())
            .param("id", id.value())
            .update()
        == 1;
  }

  private static Procedure procedure(ResultSet r) throws SQLException {
    var published = integerOrNull(r, "published");
    return new Procedure(
        new ProcedureId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        label(r, "area", Area.class),
        text(r, "language"),
        text(r, "title"),
        idOrNull(r, "contract"),
        published,
        published == null
            ? null
            : new VersionNumber(integer(r, "major"), integer(r, "minor"), integer(r, "patch")),
        instantOrNull(r, "drafted_at"),
        instantOrNull(r, "asked_at"),
        instantOrNull(r, "archived_at"));
  }
}
