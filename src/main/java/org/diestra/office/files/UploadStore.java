package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
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
class UploadStore {
  private final JdbcClient jdbc;

  UploadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Upload upload) {
    jdbc.sql(
            """
            insert into files.upload
              (id, workspace, parent, name, size, mark, person, made_at, touched_at, letterbox, giver)
            values (:id, :workspace, :parent, :name, :size, :mark, :person, :now, :now, :box, :giver)
            """)
        .param("id", upload.id())
        .param("workspace", upload.workspace())
        .param("parent", upload.parent())
        .param("name", upload.name())
        .param("size", upload.size())
        .param("mark", upload.mark())
        .param("person", upload.person().value())
        .param("now", at(upload.touchedAt()))
        .param("box", upload.letterbox())
        .param("giver", upload.giver())
        .update();
  }

  Optional<Upload> find(WorkspaceId workspace, UUID id) {
    return jdbc.sql("select * from files.upload where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id)
        .query((r, n) -> upload(r))
        .optional();
  }

  /** Whether something for that letterbox is on its way. */
  boolean awaited(UUID box, Instant since) {
    return jdbc.sql(
            """
            select exists (select from files.upload
              where letterbox = :box and kept_at is null and touched_at > :since)
            """)
        .param("box", box)
        .param("since", at(since))
        .query(Boolean.class)
        .single();
  }

  /** What somebody has begun there and not brought to its end, the last first. */
  List<Upload> coming(Bringer by, Instant since, int most) {
    return jdbc.sql(
            """
            select * from files.upload
            where workspace = :workspace and kept_at is null and touched_at > :since
              and case when cast(:box as uuid) is null then person = :person and letterbox is null
                else letterbox = :box end
            order by made_at desc, id limit :most
            """)
        .param("workspace", by.pass().workspace().id().value())
        .param("person", by.pass().viewer().id().value())
        .param("box", by.letterbox())
        .param("since", at(since))
        .param("most", most)
        .query((r, n) -> upload(r))
        .list();
  }

  /**
   * What the same visitor handed in already, lately, and is there still: whose answer was lost on
   * the way asks for it once more.
   */
  List<Upload> handed(Bringer by, UploadStart.Wanted wanted) {
    return jdbc.sql(
            """
            select u.* from files.upload u
            join files.entry e on e.workspace = u.workspace and e.id = u.entry and e.trash is null
            where u.workspace = :workspace and u.letterbox = :box and u.kept_at is not null
              and u.name = :name and u.size = :size and u.mark = :mark and u.mark <> ''
            limit 1
            """)
        .param("workspace", by.pass().workspace().id().value())
        .param("box", by.letterbox())
        .param("name", wanted.name())
        .param("size", wanted.size())
        .param("mark", wanted.mark())
        .query((r, n) -> upload(r))
        .list();
  }

  /** Confirms bytes that are on the disk; false where somebody else has been faster. */
  boolean grow(Upload upload, long received, Instant now) {
    return jdbc.sql(
                """
                update files.upload set received = :received, touched_at = :now
                where workspace = :workspace and id = :id and received <= :received
                  and kept_at is null
                """)
            .param("workspace", upload.workspace())
            .param("id", upload.id())
            .param("received", received)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** It becomes a file; false where it is one already, or isn't whole. */
  boolean keep(Upload upload, Instant now) {
    return jdbc.sql(
                """
                update files.upload set kept_at = :now, touched_at = :now
                where workspace = :workspace and id = :id and kept_at is null and received = size
                """)
            .param("workspace", upload.workspace())
            .param("id", upload.id())
            .param("now", at(now))
            .update()
        == 1;
  }

  void became(Upload upload, EntryId entry) {
    jdbc.sql("update files.upload set entry = :entry where workspace = :workspace and id = :id")
        .param("entry", entry.value())
        .param("workspace", upload.workspace())
        .param("id", upload.id())
        .update();
  }

  /** It did not become one after all. */
  void reopen(Upload upload) {
    jdbc.sql("update files.upload set kept_at = null where workspace = :workspace and id = :id")
        .param("workspace", upload.workspace())
        .param("id", upload.id())
        .update();
  }

  boolean remove(Upload upload) {
    return jdbc.sql(
                """
                delete from files.upload
                where workspace = :workspace and id = :id and kept_at is null
                """)
            .param("workspace", upload.workspace())
            .param("id", upload.id())
            .update()
        == 1;
  }

  /**
   * Forgets what nothing came for since the one moment, and what was kept before the other. Answers
   * what may still lie on the disk.
   */
  List<UUID> sweep(Instant idle, Instant announced, Instant kept) {
    return jdbc.sql(
            """
            with gone as (
              delete from files.upload
              where kept_at is null and touched_at < :idle or kept_at < :kept
                or kept_at is null and touched_at < :announced and letterbox is not null
                  and (received = 0 or exists (select from files.letterbox b
                    where b.id = upload.letterbox and b.ended_at is not null))
              returning id, workspace, size, kept_at, letterbox),
            emptied as (
              update files.letterbox b set files = b.files - g.files, bytes = b.bytes - g.bytes
              from (select letterbox, count(*) as files, sum(size) as bytes from gone
                where kept_at is null group by letterbox) g
              where b.id = g.letterbox),
            freed as (
              update files.space s set coming = s.coming - g.bytes
              from (select workspace, sum(size) as bytes from gone where kept_at is null
                group by workspace) g
              where s.workspace = g.workspace)
            select id from gone
            """)
        .param("idle", at(idle))
        .param("announced", at(announced))
        .param("kept", at(kept))
        .query((r, n) -> id(r, "id"))
        .list();
  }

  private static Upload upload(ResultSet r) throws SQLException {
    return new Upload(
        id(r, "id"),
        id(r, "workspace"),
        idOrNull(r, "parent"),
        text(r, "name"),
        bigint(r, "size"),
        bigint(r, "received"),
        text(r, "mark"),
        new PersonId(id(r, "person")),
        instant(r, "touched_at"),
        instantOrNull(r, "kept_at") != null,
        idOrNull(r, "letterbox"),
        text(r, "giver"));
  }
}
