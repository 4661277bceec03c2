package org.diestra.office.files;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of files, a page at a time: each goes on behind the last entry of the page before. */
@Repository
class ListStore {
  private final JdbcClient jdbc;

  ListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page of what lies directly in a folder, folders first.
   *
   * @param after the last of the page before; where it is gone for good, it begins anew
   */
  List<Entry> in(
      WorkspaceId workspace,
      @Nullable UUID parent,
      Order order,
      @Nullable EntryId after,
      int most) {
    return jdbc.sql(
            "select * from files.entry where workspace = :workspace and trash is null and "
                + EntryStore.within(parent)
                + behind(order, after)
                + " order by "
                + order.columns()
                + " limit :most")
        .param("workspace", workspace.value())
        .param("parent", parent)
        .param("after", after == null ? null : after.value())
        .param("most", most)
        .query((r, n) -> EntryStore.entry(r))
        .list();
  }

  private static String behind(Order order, @Nullable EntryId after) {
    return after == null
        ? ""
        : " and "
            + """
            coalesce((%1$s) %2$s (select %1$s from files.entry
              where workspace = :workspace and id = :after), true)
            """
                .formatted(order.key(), order.behind());
  }

  /** By a part of their names, wherever they lie, whatever its case and accents. */
  List<Entry> called(
      WorkspaceId workspace, String part, Order order, @Nullable EntryId after, int most) {
    return jdbc.sql(
            "select * from files.entry where workspace = :workspace and trash is null"
                + " and position(cast(:part as text) in folded) > 0"
                + behind(order, after)
                + " order by "
                + order.columns()
                + " limit :most")
        .param("workspace", workspace.value())
        .param("part", Folded.of(part))
        .param("after", after == null ? null : after.value())
        .param("most", most)
        .query((r, n) -> EntryStore.entry(r))
        .list();
  }

  /** What these are called. */
  Map<UUID, String> names(WorkspaceId workspace, Collection<UUID> entries) {
    var names = new HashMap<UUID, String>();
    if (!entries.isEmpty()) {
      jdbc.sql("select id, name from files.entry where workspace = :workspace and id = any(:ids)")
          .param("workspace", workspace.value())
          .param("ids", entries.toArray(UUID[]::new))
          .query(r -> {
            names.put(id(r, "id"), text(r, "name"));
          });
    }
    return names;
  }

  /** Whether a folder holds so many things already. */
  boolean holds(WorkspaceId workspace, @Nullable UUID parent, int many) {
    return jdbc.sql(
            "select count(*) >= :many from (select from files.entry where workspace = :workspace"
                + " and trash is null and "
                + EntryStore.within(parent)
                + " limit :many) few")
        .param("workspace", workspace.value())
        .param("parent", parent)
        .param("many", many)
        .query(Boolean.class)
        .single();
  }

  /**
   * What went into the trash by itself.
   *
   * @param by who put it there
   * @param from the folder it lay in; null for the workspace's own
   */
  record Trashed(Entry entry, PersonId by, @Nullable String from) {}

  /** Some of what can be taken away for good: nothing in it is frozen. */
  List<UUID> free(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            select id from files.entry
            where workspace = :workspace and trash = id and id not in %s
            order by trashed_at desc, id desc limit :most
            """
                .formatted(FreezeStore.FROZEN_TOPS))
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) -> id(r, "id"))
        .list();
  }

  /** The last first. */
  List<Trashed> trashed(WorkspaceId workspace, @Nullable EntryId after, int most) {
    return jdbc.sql(
            """
            select e.*, p.name as place from files.entry e
            left join files.entry p on p.workspace = e.workspace and p.id = e.parent
            where e.workspace = :workspace and e.trash = e.id
            """
                + (after == null
                    ? ""
                    : """
                    and coalesce((e.trashed_at, e.id) < (select trashed_at, id from files.entry
                      where workspace = :workspace and id = :after), true)
                    """)
                + "order by e.trashed_at desc, e.id desc limit :most")
        .param("workspace", workspace.value())
        .param("after", after == null ? null : after.value())
        .param("most", most)
        .query((r, n) ->
            new Trashed(
                EntryStore.entry(r), new PersonId(id(r, "trashed_by")), textOrNull(r, "place")))
        .list();
  }
}
