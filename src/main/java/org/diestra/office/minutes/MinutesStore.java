package org.diestra.office.minutes;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diestra.office.minutes.Minutes.Text;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MinutesStore {
  private final JdbcClient jdbc;

  MinutesStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As a list shows them. */
  record Listed(MinutesId id, String title, LocalDate day, String present) {}

  /**
   * The latest meeting first.
   *
   * @param after the last one of the page before, or null for the first
   */
  List<Listed> list(WorkspaceId workspace, @Nullable Minutes after, int most) {
    return jdbc.sql(
            """
            select id, title, day, present from minutes.minutes
            where workspace = :workspace and removed_at is null
              and (cast(:id as uuid) is null or (day, id) < (cast(:day as date), :id))
            order by day desc, id desc limit :most
            """)
        .param("workspace", workspace.value())
        .param("id", after == null ? null : after.id().value())
        .param("day", after == null ? null : after.text().day())
        .param("most", most)
        .query((r, n) ->
            new Listed(
                new MinutesId(id(r, "id")), text(r, "title"), date(r, "day"), text(r, "present")))
        .list();
  }

  Optional<Minutes> find(WorkspaceId workspace, MinutesId id) {
    return jdbc.sql(
            """
            select * from minutes.minutes
            where workspace = :workspace and id = :id and removed_at is null
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> minutes(r))
        .optional();
  }

  private static Minutes minutes(ResultSet r) throws SQLException {
    return new Minutes(
        new MinutesId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new Text(text(r, "title"), date(r, "day"), text(r, "present"), text(r, "body")),
        integer(r, "version"),
        new PersonId(id(r, "changed_by")),
        instant(r, "changed_at"));
  }

  void add(WorkspaceId workspace, MinutesId id, Text text, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into minutes.minutes
              (id, workspace, title, day, present, body, made_by, made_at, changed_by, changed_at)
            values (:id, :workspace, :title, :day, :present, :body, :by, :now, :by, :now)
            """)
        .param("id", id.value())
        .param("workspace", workspace.value())
        .param("title", text.title())
        .param("day", text.day())
        .param("present", text.present())
        .param("body", text.body())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** Whether that version was still there. */
  boolean change(Minutes seen, Text text, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update minutes.minutes set title = :title, day = :day, present = :present,
                  body = :body, version = version + 1, changed_by = :by, changed_at = :now
                where id = :id and version = :seen and removed_at is null
                """)
            .param("id", seen.id().value())
            .param("seen", seen.version())
            .param("title", text.title())
            .param("day", text.day())
            .param("present", text.present())
            .param("body", text.body())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  boolean remove(WorkspaceId workspace, MinutesId id, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update minutes.minutes set removed_at = :now, removed_by = :by
                where workspace = :workspace and id = :id and removed_at is null
                """)
            .param("workspace", workspace.value())
            .param("id", id.value())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  boolean bringBack(WorkspaceId workspace, MinutesId id) {
    return jdbc.sql(
                """
                update minutes.minutes set removed_at = null, removed_by = null
                where workspace = :workspace and id = :id and removed_at is not null
                """)
            .param("workspace", workspace.value())
            .param("id", id.value())
            .update()
        == 1;
  }
}
