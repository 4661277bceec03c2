package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whole trees, in a statement each however large they are. */
@Repository
class TreeStore {
  private final JdbcClient jdbc;

  TreeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One of a tree.
   *
   * @param blob null for a folder
   */
  record Leaf(UUID id, @Nullable UUID blob, long size) {}

  /** An entry with all that is in it and not in the trash, itself among them. */
  List<Leaf> below(EntryId top) {
    return jdbc.sql(
            """
            with recursive tree as (
              select id, blob, size from files.entry where id = :top
              union all
              select e.id, e.blob, e.size from tree t
              join files.entry e on e.parent = t.id and e.trash is null)
            select * from tree
            """)
        .param("top", top.value())
        .query((r, n) -> new Leaf(id(r, "id"), idOrNull(r, "blob"), bigint(r, "size")))
        .list();
  }

  /**
   * One of a tree by its path, for an archive.
   *
   * @param blob null for a folder
   */
  record Packed(UUID id, String path, @Nullable BlobId blob, Instant changed) {}

  /**
   * All that lies in a folder, or in the workspace's own, by its path below it; so many at most.
   */
  List<Packed> packed(WorkspaceId workspace, @Nullable UUID folder, int most) {
    return jdbc.sql(
            """
            with recursive tree as (
              select id, blob, changed_at, name as path from files.entry
              where workspace = :workspace and parent is not distinct from cast(:folder as uuid)
                and trash is null
              union all
              select e.id, e.blob, e.changed_at, t.path || '/' || e.name from tree t
              join files.entry e on e.parent = t.id and e.trash is null)
            select * from tree order by path limit :most
            """)
        .param("workspace", workspace.value())
        .param("folder", folder)
        .param("most", most)
        .query((r, n) -> {
          var blob = idOrNull(r, "blob");
          return new Packed(
              id(r, "id"),
              text(r, "path"),
              blob == null ? null : new BlobId(blob),
              instant(r, "changed_at"));
        })
        .list();
  }

  /** How many levels it has, itself included; one more than asked for where there are more. */
  int height(EntryId entry, int most) {
    return jdbc.sql(
            """
            with recursive tree as (
              select id, 1 as level from files.entry where id = :id
              union all
              select e.id, t.level + 1 from tree t
              join files.entry e on e.parent = t.id and e.trash is null
              where t.level <= :most)
            select coalesce(max(level), 0) from tree
            """)
        .param("id", entry.value())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** A folder by its path, for whoever looks for another place. */
  record Folder(EntryId id, String path) {}

  /** The folders of a workspace but one and those in it, by their paths; so many at most. */
  List<Folder> folders(WorkspaceId workspace, EntryId without, int most) {
    return jdbc.sql(
            """
            with recursive tree as (
              select id, cast(name as text) as path from files.entry
              where workspace = :workspace and parent is null and trash is null and folder
                and id <> :without
              union all
              select e.id, t.path || ' / ' || e.name from tree t
              join files.entry e on e.parent = t.id and e.trash is null and e.folder
                and e.id <> :without)
            select * from tree order by lower(path), path limit :most
            """)
        .param("workspace", workspace.value())
        .param("without", without.value())
        .param("most", most)
        .query((r, n) -> new Folder(new EntryId(id(r, "id")), text(r, "path")))
        .list();
  }

  int trash(EntryId top, PersonId by, Instant now) {
    return jdbc.sql(
            """
            with recursive tree as (
              select id from files.entry where id = :top and trash is null
              union all
              select e.id from tree t join files.entry e on e.parent = t.id and e.trash is null)
            update files.entry set trash = :top, trashed_at = :now, trashed_by = :by
            where id in (select id from tree)
            """)
        .param("top", top.value())
        .param("now", at(now))
        .param("by", by.value())
        .update();
  }

  /** Takes out what went into the trash together. */
  int restore(EntryId top) {
    return jdbc.sql(
            """
            update files.entry set trash = null, trashed_at = null, trashed_by = null
            where trash = :top
            """)
        .param("top", top.value())
        .update();
  }

  /** What has lain in the trash since before that, by itself and not frozen, the oldest first. */
  List<UUID> due(Instant before, int most) {
    return jdbc.sql(
            """
            select id from files.entry where trash = id and trashed_at < :before and id not in %s
            order by trashed_at limit :most
            """
                .formatted(FreezeStore.FROZEN_TOPS))
        .param("before", at(before))
        .param("most", most)
        .query((r, n) -> id(r, "id"))
        .list();
  }

  /** Locks the rooms of what is to be taken away, in one order. */
  List<UUID> holdSpacesOf(Collection<UUID> tops) {
    return jdbc.sql(
            """
            select workspace from files.space
            where workspace in (select workspace from files.entry where id = any(:tops))
            order by workspace for update
            """)
        .param("tops", tops.toArray(UUID[]::new))
        .query((r, n) -> id(r, "workspace"))
        .list();
  }

  /** All that went into the trash with these, and is there still. */
  List<UUID> trashedWith(Collection<UUID> tops) {
    return jdbc.sql("select id from files.entry where trash = any(:tops)")
        .param("tops", tops.toArray(UUID[]::new))
        .query((r, n) -> id(r, "id"))
        .list();
  }

  /**
   * Takes entries away for good. What lies in the trash by itself and came out of one of them keeps
   * no place to go back to but the workspace's own folder.
   */
  void remove(Collection<UUID> entries) {
    var ids = entries.toArray(UUID[]::new);
    jdbc.sql(
            """
            update files.entry set parent = null
            where parent = any(:ids) and not id = any(:ids)
            """)
        .param("ids", ids)
        .update();
    jdbc.sql("delete from files.entry where id = any(:ids)").param("ids", ids).update();
  }

  /**
   * Where copies are to stand.
   *
   * @param top what is copied
   * @param parent the folder that its copy is to lie in
   * @param name what that is to be called
   */
  record Place(EntryId top, @Nullable UUID parent, String name) {}

  /** Copies entries under new ids, which stand in the same order as the old ones. */
  void copy(Place place, List<UUID> from, List<UUID> to, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into files.entry (id, workspace, parent, name, folder, version, blob, sha256,
              size, type, created_at, created_by, changed_at, changed_by)
            select m.copy, e.workspace,
              case when e.id = :top then cast(:parent as uuid) else p.copy end,
              case when e.id = :top then :name else e.name end,
              e.folder, case when not e.folder then 1 end, e.blob, e.sha256, e.size, e.type,
              :now, :by, e.changed_at, :by
            from unnest(cast(:from as uuid[]), cast(:to as uuid[])) as m(original, copy)
            join files.entry e on e.id = m.original
            left join unnest(cast(:from as uuid[]), cast(:to as uuid[])) as p(original, copy)
              on p.original = e.parent
            """)
        .param("top", place.top().value())
        .param("parent", place.parent())
        .param("name", place.name())
        .param("from", from.toArray(UUID[]::new))
        .param("to", to.toArray(UUID[]::new))
        .param("now", at(now))
        .param("by", by.value())
        .update();
  }

  /** One version of a copied file. */
  record First(UUID id, UUID entry, BlobId blob) {}

  /** Each copied file begins its own history with what it holds. */
  List<First> begin(List<UUID> copies, PersonId by, Instant now) {
    return jdbc.sql(
            """
            insert into files.version
              (id, workspace, entry, number, blob, sha256, size, type, made_at, made_by)
            select uuidv7(), workspace, id, 1, blob, sha256, size, type, :now, :by
            from files.entry where id = any(:copies) and not folder
            returning id, entry, blob
            """)
        .param("copies", copies.toArray(UUID[]::new))
        .param("now", at(now))
        .param("by", by.value())
        .query((r, n) -> new First(id(r, "id"), id(r, "entry"), new BlobId(id(r, "blob"))))
        .list();
  }
}
