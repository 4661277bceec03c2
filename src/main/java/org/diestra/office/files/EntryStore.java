package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.FileType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files and folders one by one; whole trees are {@link TreeStore}'s. */
@Repository
class EntryStore {
  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Follows names from the workspace's own folder, however deep, in one statement. */
  Optional<Entry> walk(WorkspaceId workspace, List<String> names) {
    return jdbc.sql(
            """
            with recursive walk as (
              select e.*, 1 as depth from files.entry e
              where e.workspace = :workspace and e.parent is null and e.trash is null
                and e.name = (cast(:names as text[]))[1]
              union all
              select e.*, w.depth + 1 from walk w
              join files.entry e on e.workspace = :workspace and e.parent = w.id
                and e.name = (cast(:names as text[]))[w.depth + 1] and e.trash is null
              where w.depth < cardinality(cast(:names as text[])))
            select * from walk where depth = cardinality(cast(:names as text[]))
            """)
        .param("workspace", workspace.value())
        .param("names", names.toArray(String[]::new))
        .query((r, n) -> entry(r))
        .optional();
  }

  /** Follows names from a folder as far as they are there, in one statement. */
  List<Entry> along(WorkspaceId workspace, @Nullable UUID folder, List<String> names) {
    return jdbc.sql(
            """
            with recursive along as (
              select e.*, 1 as depth from files.entry e
              where e.workspace = :workspace and %s
                and e.trash is null and e.name = (cast(:names as text[]))[1]
              union all
              select e.*, a.depth + 1 from along a
              join files.entry e on e.workspace = :workspace and e.parent = a.id
                and e.name = (cast(:names as text[]))[a.depth + 1] and e.trash is null)
            select * from along order by depth
            """
                .formatted(folder == null ? "e.parent is null" : "e.parent = :folder"))
        .param("workspace", workspace.value())
        .param("folder", folder)
        .param("names", names.toArray(String[]::new))
        .query((r, n) -> entry(r))
        .list();
  }

  /** The folders it lies in and itself, from the outermost in. */
  List<Entry> trail(WorkspaceId workspace, EntryId entry) {
    return jdbc.sql(
            """
            with recursive up as (
              select e.*, 1 as depth from files.entry e
              where e.workspace = :workspace and e.id = :id and e.trash is null
              union all
              select e.*, u.depth + 1 from up u
              join files.entry e on e.workspace = :workspace and e.id = u.parent)
            select * from up order by depth desc
            """)
        .param("workspace", workspace.value())
        .param("id", entry.value())
        .query((r, n) -> entry(r))
        .list();
  }

  Optional<Entry> find(WorkspaceId workspace, EntryId entry) {
    return jdbc.sql("select * from files.entry where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", entry.value())
        .query((r, n) -> entry(r))
        .optional();
  }

  Optional<Entry> named(WorkspaceId workspace, @Nullable UUID parent, String name) {
    return jdbc.sql(
            "select * from files.entry where workspace = :workspace and name = :name"
                + " and trash is null and "
                + within(parent))
        .param("workspace", workspace.value())
        .param("parent", parent)
        .param("name", name)
        .query((r, n) -> entry(r))
        .optional();
  }

  /** What lies directly in a folder: folders first, then by name. */
  List<Entry> in(WorkspaceId workspace, @Nullable UUID parent) {
    return jdbc.sql(
            "select * from files.entry where workspace = :workspace and trash is null and "
                + within(parent)
                + " order by not folder, folded, id")
        .param("workspace", workspace.value())
        .param("parent", parent)
        .query((r, n) -> entry(r))
        .list();
  }

  void add(Entry entry) {
    var content = entry.content();
    jdbc.sql(
            """
            insert into files.entry (id, workspace, parent, name, folder, version, blob, sha256,
              size, type, created_at, created_by, changed_at, changed_by)
            values (:id, :workspace, :parent, :name, :folder, :version, :blob, :sha, :size, :type,
              :created, :by, :created, :by)
            """)
        .param("id", entry.id())
        .param("workspace", entry.workspace().value())
        .param("parent", entry.parent())
        .param("name", entry.name())
        .param("folder", entry.collection())
        .param("version", content == null ? null : content.version())
        .param("blob", content == null ? null : content.blob().value())
        .param("sha", content == null ? null : content.sha256())
        .param("size", entry.size())
        .param("type", content == null ? null : content.type().name())
        .param("created", at(entry.created()))
        .param("by", entry.createdBy().value())
        .update();
  }

  void fill(EntryId entry, Entry.Content content, PersonId by, Instant now) {
    one(
        jdbc.sql(
                """
                update files.entry set version = :version, blob = :blob, sha256 = :sha,
                  size = :size, type = :type, changed_at = :now, changed_by = :by
                where id = :id and not folder
                """)
            .param("version", content.version())
            .param("blob", content.blob().value())
            .param("sha", content.sha256())
            .param("size", content.size())
            .param("type", content.type().name())
            .param("now", at(now))
            .param("by", by.value())
            .param("id", entry.value())
            .update());
  }

  void place(EntryId entry, @Nullable UUID parent, String name) {
    one(
        jdbc.sql("update files.entry set parent = :parent, name = :name where id = :id")
            .param("parent", parent)
            .param("name", name)
            .param("id", entry.value())
            .update());
  }

  /** A text's type under another name. */
  void retype(EntryId entry, FileType type) {
    one(
        jdbc.sql("update files.entry set type = :type where id = :id and not folder")
            .param("type", type.name())
            .param("id", entry.value())
            .update());
  }

  /** Which of these names are taken in a folder. */
  List<String> taken(WorkspaceId workspace, @Nullable UUID parent, Collection<String> names) {
    return jdbc.sql(
            "select name from files.entry where workspace = :workspace and name = any(:names)"
                + " and trash is null and "
                + within(parent))
        .param("workspace", workspace.value())
        .param("parent", parent)
        .param("names", names.toArray(String[]::new))
        .query((r, n) -> text(r, "name"))
        .list();
  }

  /** Written so that an index answers: {@code is not distinct from} asks none. */
  static String within(@Nullable UUID parent) {
    return parent == null ? "parent is null" : "parent = :parent";
  }

  private static void one(int changed) {
    if (changed != 1) {
      throw new IllegalStateException("changed " + changed + " entries instead of one");
    }
  }

  static Entry entry(ResultSet r) throws SQLException {
    return new Entry(
        new EntryId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        idOrNull(r, "parent"),
        text(r, "name"),
        bool(r, "folder") ? null : content(r),
        instant(r, "created_at"),
        new PersonId(id(r, "created_by")),
        instant(r, "changed_at"),
        new PersonId(id(r, "changed_by")),
        idOrNull(r, "trash"),
        instantOrNull(r, "trashed_at"));
  }

  private static Entry.Content content(ResultSet r) throws SQLException {
    return new Entry.Content(
        integer(r, "version"),
        new BlobId(id(r, "blob")),
        text(r, "sha256"),
        bigint(r, "size"),
        label(r, "type", FileType.class));
  }
}
