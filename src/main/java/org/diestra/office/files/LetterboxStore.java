package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bigintOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LetterboxStore {
  private static final String BOX =
      "select *, password is not null as locked from files.letterbox where ended_at is null and ";

  private final JdbcClient jdbc;

  LetterboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Letterbox box, LinkStore.Secret secret) {
    jdbc.sql(
            """
            insert into files.letterbox (id, workspace, entry, hash, sealed, title, note, password,
              until, most_files, most_bytes, made_by, made_at)
            values (:id, :workspace, :entry, :hash, :sealed, :title, :note, :password, :until,
              :files, :bytes, :by, :at)
            """)
        .param("id", box.id())
        .param("workspace", box.workspace().value())
        .param("entry", box.entry().value())
        .param("hash", secret.hash())
        .param("sealed", secret.sealed())
        .param("title", box.title())
        .param("note", box.note())
        .param("password", secret.password())
        .param("until", atOrNull(box.until()))
        .param("files", box.mostFiles())
        .param("bytes", box.mostBytes())
        .param("by", box.madeBy().value())
        .param("at", at(box.madeAt()))
        .update();
  }

  /** Those of a folder, the newest first. */
  List<Letterbox> of(WorkspaceId workspace, EntryId entry) {
    return jdbc.sql(BOX + "workspace = :workspace and entry = :entry order by made_at desc, id")
        .param("workspace", workspace.value())
        .param("entry", entry.value())
        .query((r, n) -> box(r))
        .list();
  }

  Optional<Letterbox> find(WorkspaceId workspace, UUID box) {
    return jdbc.sql(BOX + "workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", box)
        .query((r, n) -> box(r))
        .optional();
  }

  int count(WorkspaceId workspace, Instant now) {
    return jdbc.sql(
            """
            select count(*) from files.letterbox
            where workspace = :workspace and ended_at is null and (until is null or until > :now)
            """)
        .param("workspace", workspace.value())
        .param("now", at(now))
        .query(Integer.class)
        .single();
  }

  /**
   * A letterbox with the hash of its password.
   *
   * @param password null for none
   */
  record Locked(Letterbox box, @Nullable String password) {}

  Optional<Locked> byHash(String hash) {
    return jdbc.sql(BOX + "hash = :hash")
        .param("hash", hash)
        .query((r, n) -> new Locked(box(r), textOrNull(r, "password")))
        .optional();
  }

  /** The secrets of these, as they are sealed. */
  Map<UUID, byte[]> sealed(Collection<UUID> boxes) {
    var sealed = new HashMap<UUID, byte[]>();
    jdbc.sql("select id, sealed from files.letterbox where id = any(:ids)")
        .param("ids", boxes.toArray(UUID[]::new))
        .query(r -> {
          sealed.put(id(r, "id"), bytes(r, "sealed"));
        });
    return sealed;
  }

  /** Takes room in it for one file; false where it has none left, is ended or too late. */
  boolean take(UUID box, long size, Instant now) {
    return jdbc.sql(
                """
                update files.letterbox set files = files + 1, bytes = bytes + :size
                where id = :id and ended_at is null and (until is null or until > :now)
                  and (most_files is null or files < most_files)
                  and (most_bytes is null or bytes + :size <= most_bytes)
                """)
            .param("id", box)
            .param("size", size)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Gives it back for one that does not come after all. */
  void giveBack(UUID box, long size) {
    jdbc.sql(
            """
            update files.letterbox set files = files - 1, bytes = bytes - :size
            where id = :id and files > 0 and bytes >= :size
            """)
        .param("id", box)
        .param("size", size)
        .update();
  }

  void handed(UUID box, Entry entry, String giver, Instant now) {
    jdbc.sql(
            """
            insert into files.handed (id, workspace, letterbox, entry, name, giver, size, at)
            values (uuidv7(), :workspace, :box, :entry, :name, :giver, :size, :now)
            """)
        .param("workspace", entry.workspace().value())
        .param("box", box)
        .param("entry", entry.id())
        .param("name", entry.name())
        .param("giver", giver)
        .param("size", entry.size())
        .param("now", at(now))
        .update();
  }

  /** What came in last by each of these, the newest first. */
  Map<UUID, List<Letterbox.Handed>> handed(
      WorkspaceId workspace, Collection<UUID> boxes, int most) {
    var handed = new HashMap<UUID, List<Letterbox.Handed>>();
    jdbc.sql(
            """
            select h.* from unnest(cast(:boxes as uuid[])) as b(id)
            cross join lateral (select * from files.handed
              where workspace = :workspace and letterbox = b.id order by at desc, id limit :most) h
            order by h.at desc, h.id
            """)
        .param("workspace", workspace.value())
        .param("boxes", boxes.toArray(UUID[]::new))
        .param("most", most)
        .query(r -> {
          handed.computeIfAbsent(id(r, "letterbox"), box -> new ArrayList<>()).add(one(r));
        });
    return handed;
  }

  private static Letterbox.Handed one(ResultSet r) throws SQLException {
    var entry = idOrNull(r, "entry");
    return new Letterbox.Handed(
        entry == null ? null : new EntryId(entry),
        text(r, "name"),
        text(r, "giver"),
        bigint(r, "size"),
        instant(r, "at"));
  }

  boolean end(UUID box, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update files.letterbox set ended_at = :now, ended_by = :by
                where id = :id and ended_at is null
                """)
            .param("id", box)
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** All that this person made there. Answers how many. */
  int endOf(WorkspaceId workspace, PersonId maker, Instant now) {
    return jdbc.sql(
            """
            update files.letterbox set ended_at = :now
            where workspace = :workspace and made_by = :maker and ended_at is null
            """)
        .param("workspace", workspace.value())
        .param("maker", maker.value())
        .param("now", at(now))
        .update();
  }

  /** Forgets those that were over before that. */
  int sweep(Instant before) {
    return jdbc.sql("delete from files.letterbox where coalesce(ended_at, until) < :before")
        .param("before", at(before))
        .update();
  }

  private static Letterbox box(ResultSet r) throws SQLException {
    return new Letterbox(
        id(r, "id"),
        new WorkspaceId(id(r, "workspace")),
        new EntryId(id(r, "entry")),
        text(r, "title"),
        text(r, "note"),
        bool(r, "locked"),
        instantOrNull(r, "until"),
        integerOrNull(r, "most_files"),
        bigintOrNull(r, "most_bytes"),
        integer(r, "files"),
        bigint(r, "bytes"),
        new PersonId(id(r, "made_by")),
        instant(r, "made_at"));
  }
}
