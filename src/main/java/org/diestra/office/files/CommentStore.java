package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommentStore {
  private final JdbcClient jdbc;

  CommentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, Comment comment) {
    jdbc.sql(
            """
            insert into files.comment (id, workspace, entry, author, text, made_at)
            values (:id, :workspace, :entry, :author, :text, :at)
            """)
        .param("id", comment.id())
        .param("workspace", workspace.value())
        .param("entry", comment.entry().value())
        .param("author", comment.author().value())
        .param("text", comment.text())
        .param("at", at(comment.madeAt()))
        .update();
  }

  /** The oldest first. */
  List<Comment> of(WorkspaceId workspace, EntryId entry) {
    return jdbc.sql(
            """
            select * from files.comment
            where workspace = :workspace and entry = :entry and removed_at is null
            order by made_at, id
            """)
        .param("workspace", workspace.value())
        .param("entry", entry.value())
        .query((r, n) -> comment(r))
        .list();
  }

  Optional<Comment> find(WorkspaceId workspace, UUID comment) {
    return jdbc.sql(
            """
            select * from files.comment
            where workspace = :workspace and id = :id and removed_at is null
            """)
        .param("workspace", workspace.value())
        .param("id", comment)
        .query((r, n) -> comment(r))
        .optional();
  }

  boolean change(UUID comment, String text, Instant now) {
    return jdbc.sql(
                """
                update files.comment set text = :text, changed_at = :now
                where id = :id and removed_at is null
                """)
            .param("id", comment)
            .param("text", text)
            .param("now", at(now))
            .update()
        == 1;
  }

  boolean remove(UUID comment, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update files.comment set removed_at = :now, removed_by = :by
                where id = :id and removed_at is null
                """)
            .param("id", comment)
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** What is said of one file is said of the one that takes its place. */
  void hand(EntryId from, EntryId to) {
    jdbc.sql("update files.comment set entry = :to where entry = :from")
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  private static Comment comment(ResultSet r) throws SQLException {
    return new Comment(
        id(r, "id"),
        new EntryId(id(r, "entry")),
        new PersonId(id(r, "author")),
        text(r, "text"),
        instant(r, "made_at"),
        instantOrNull(r, "changed_at"));
  }
}
