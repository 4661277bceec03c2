package org.diestra.office.mailroom;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diestra.office.mailroom.Message.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails and their files. */
@Repository
class MessageStore {
  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where that mail came already. */
  boolean add(Message message, String key, List<BlobId> files) {
    int rows =
        jdbc.sql(
                """
                insert into mailroom.message
                  (id, workspace, key, sender, subject, body, dropped, came_at)
                values (:id, :workspace, :key, :sender, :subject, :body, :dropped, :now)
                on conflict (workspace, key) do nothing
                """)
            .param("id", message.id().value())
            .param("workspace", message.workspace().value())
            .param("key", key)
            .param("sender", message.sender())
            .param("subject", message.subject())
            .param("body", message.body())
            .param("dropped", message.dropped())
            .param("now", at(message.cameAt()))
            .update();
    if (rows == 1 && !files.isEmpty()) {
      jdbc.sql(
              """
              insert into mailroom.file (message, place, blob)
              select :id, n.place, n.blob from unnest(:places, :blobs) as n (place, blob)
              """)
          .param("id", message.id().value())
          .param("places", IntStream.rangeClosed(1, files.size()).boxed().toArray(Integer[]::new))
          .param("blobs", files.stream().map(BlobId::value).toArray(UUID[]::new))
          .update();
    }
    return rows == 1;
  }

  boolean knows(WorkspaceId workspace, String key) {
    return jdbc.sql(
            """
            select exists (select from mailroom.message
              where workspace = :workspace and key = :key)
            """)
        .param("workspace", workspace.value())
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  Optional<Message> find(WorkspaceId workspace, MessageId id) {
    return jdbc.sql("select * from mailroom.message where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> message(r))
        .optional();
  }

  /**
   * A page, the latest first.
   *
   * @param after the last one of the page before, or null for the first
   */
  List<Message> list(WorkspaceId workspace, State state, @Nullable Message after, int most) {
    return jdbc.sql(
            """
            select * from mailroom.message where workspace = :workspace and state = :state
              and (cast(:id as uuid) is null or (came_at, id) < (cast(:at as timestamptz), :id))
            order by came_at desc, id desc limit :most
            """)
        .param("workspace", workspace.value())
        .param("state", state.name())
        .param("id", after == null ? null : after.id().value())
        .param("at", after == null ? null : at(after.cameAt()))
        .param("most", most)
        .query((r, n) -> message(r))
        .list();
  }

  /** Its files, in their order. */
  List<BlobId> files(MessageId message) {
    return jdbc.sql("select blob from mailroom.file where message = :message order by place")
        .param("message", message.value())
        .query((r, n) -> new BlobId(id(r, "blob")))
        .list();
  }

  /** False where somebody else changed it meanwhile. */
  boolean change(Message after) {
    var taker = after.taker();
    var by = after.changedBy();
    var now = after.changedAt();
    return jdbc.sql(
                """
                update mailroom.message set state = :state, taker = :taker, note = :note,
                  version = :version, changed_by = :by, changed_at = :now
                where id = :id and version = :version - 1
                """)
            .param("id", after.id().value())
            .param("state", after.state().name())
            .param("taker", taker == null ? null : taker.value())
            .param("note", after.note())
            .param("version", after.version())
            .param("by", by == null ? null : by.value())
            .param("now", now == null ? null : at(now))
            .update()
        == 1;
  }

  boolean remove(Message message) {
    return jdbc.sql("delete from mailroom.message where id = :id and version = :version")
            .param("id", message.id().value())
            .param("version", message.version())
            .update()
        == 1;
  }

  private static Message message(ResultSet r) throws SQLException {
    var taker = idOrNull(r, "taker");
    var by = idOrNull(r, "changed_by");
    return new Message(
        new MessageId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        text(r, "sender"),
        text(r, "subject"),
        text(r, "body"),
        integer(r, "dropped"),
        label(r, "state", State.class),
        taker == null ? null : new PersonId(taker),
        text(r, "note"),
        integer(r, "version"),
        instant(r, "came_at"),
        by == null ? null : new PersonId(by),
        instantOrNull(r, "changed_at"));
  }
}
