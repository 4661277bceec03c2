package org.diestra.office.vault;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.office.vault.Item.Head;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What secrets are found by; row security shows each person those that it reaches. */
@Repository
class ItemStore {
  private final JdbcClient jdbc;

  ItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param batch by which all of them can be taken back at once, or null
   */
  void add(Collection<Item> items, @Nullable UUID batch) {
    jdbc.sql(
            """
            insert into vault.item (id, workspace, area, kind, name, site, words, masked, kept,
              version, batch, created_by, created_at, changed_by, changed_at, secret_at)
            select i.id, i.workspace, i.area, i.kind, i.name, i.site, i.words, i.masked, i.kept, 1,
              cast(:batch as uuid), i.person, i.at, i.person, i.at, i.at
            from unnest(:ids, :workspaces, :areas, :kinds, :names, :sites, :words,
              cast(:masked as boolean[]), cast(:kept as boolean[]), :people,
              cast(:at as timestamptz[]))
              as i(id, workspace, area, kind, name, site, words, masked, kept, person, at)
            """)
        .param("batch", batch)
        .param("ids", ids(items, item -> item.id().value()))
        .param("workspaces", ids(items, item -> item.workspace().value()))
        .param("areas", texts(items, item -> item.head().area().name()))
        .param("kinds", texts(items, item -> item.head().kind().name()))
        .param("names", texts(items, item -> item.head().name()))
        .param("sites", texts(items, item -> item.head().site()))
        .param("words", texts(items, item -> folded(item.head().name(), item.head().site())))
        .param("masked", texts(items, item -> String.valueOf(item.head().masked())))
        .param("kept", texts(items, item -> String.valueOf(item.head().kept())))
        .param("people", ids(items, item -> item.createdBy().value()))
        .param("at", texts(items, item -> item.createdAt().toString()))
        .update();
  }

  private static UUID[] ids(Collection<Item> items, Function<Item, UUID> which) {
    return items.stream().map(which).toArray(UUID[]::new);
  }

  private static String[] texts(Collection<Item> items, Function<Item, String> which) {
    return items.stream().map(which).toArray(String[]::new);
  }

  private static String folded(String name, String site) {
    return Folded.of(name + " " + site);
  }

  /** All that is there. */
  List<Item> all(WorkspaceId workspace) {
    return jdbc.sql("select * from vault.item where workspace = :workspace and removed_at is null")
        .param("workspace", workspace.value())
        .query((r, n) -> item(r))
        .list();
  }

  /** False where it is not at the version before any more. */
  boolean change(Item it) {
    return jdbc.sql(
                """
                update vault.item set area = :area, name = :name, site = :site, words = :words,
                  masked = :masked, kept = :kept, version = :version, changed_by = :by,
                  changed_at = :now, secret_at = :secret
                where id = :id and version = :version - 1 and removed_at is null
                """)
            .param("id", it.id().value())
            .param("area", it.head().area().name())
            .param("name", it.head().name())
            .param("site", it.head().site())
            .param("words", folded(it.head().name(), it.head().site()))
            .param("masked", it.head().masked())
            .param("kept", it.head().kept())
            .param("version", it.version())
            .param("by", it.changedBy().value())
            .param("now", at(it.changedAt()))
            .param("secret", at(it.secretAt()))
            .update()
        == 1;
  }

  /** Takes it away, or, for null, brings it back; false where that is so already. */
  boolean remove(ItemId id, @Nullable PersonId by, @Nullable Instant now) {
    return jdbc.sql(
                """
                update vault.item set removed_at = :now, removed_by = cast(:by as uuid)
                where id = :id and (removed_at is null) = (cast(:by as uuid) is not null)
                """)
            .param("id", id.value())
            .param("by", by == null ? null : by.value())
            .param("now", atOrNull(now))
            .update()
        == 1;
  }

  /** All of one import that are still as they were brought in. */
  List<ItemId> removeBatch(WorkspaceId workspace, UUID batch, PersonId by, Instant now) {
    return jdbc.sql(
            """
            update vault.item set removed_at = :now, removed_by = :by
            where workspace = :workspace and batch = :batch and version = 1 and removed_at is null
            returning id
            """)
        .param("workspace", workspace.value())
        .param("batch", batch)
        .param("by", by.value())
        .param("now", at(now))
        .query((r, n) -> new ItemId(id(r, "id")))
        .list();
  }

  Optional<Item> find(ItemId id) {
    return jdbc.sql("select * from vault.item where id = :id")
        .param("id", id.value())
        .query((r, n) -> item(r))
        .optional();
  }

  /**
   * What a list shows.
   *
   * @param words that the name or the site holds; empty for all
   * @param afterName where the page begins: after this name in lower case, null for the first
   */
  record Wanted(
      WorkspaceId workspace,
      @Nullable Area area,
      String words,
      boolean removed,
      @Nullable String afterName,
      @Nullable UUID afterId) {}

  /** By name. */
  List<Item> list(Wanted wanted, int most) {
    return jdbc.sql(
            """
            select * from vault.item
            where workspace = :workspace and (removed_at is not null) = :removed
              and exists (select from vault.secret s where s.item = item.id)
              and (cast(:area as text) is null or area = :area)
              and strpos(words, :words) > 0
              and (cast(:name as text) is null
                or (lower(name), id) > (cast(:name as text), cast(:id as uuid)))
            order by lower(name), id limit :most
            """)
        .param("workspace", wanted.workspace().value())
        .param("removed", wanted.removed())
        .param("area", wanted.area() == null ? null : wanted.area().name())
        .param("words", Folded.of(wanted.words()))
        .param("name", wanted.afterName())
        .param("id", wanted.afterId())
        .param("most", most)
        .query((r, n) -> item(r))
        .list();
  }

  /** How many there are in each area, those for keepers alone left out. */
  Map<Area, Integer> counts(WorkspaceId workspace) {
    var counts = new HashMap<Area, Integer>();
    jdbc.sql(
            """
            select area, count(*) as items from vault.item
            where workspace = :workspace and removed_at is null and not kept group by area
            """)
        .param("workspace", workspace.value())
        .query(r -> {
          counts.put(label(r, "area", Area.class), integer(r, "items"));
        });
    return counts;
  }

  private static Item item(ResultSet r) throws SQLException {
    return new Item(
        new ItemId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new Head(
            label(r, "area", Area.class),
            label(r, "kind", Kind.class),
            text(r, "name"),
            text(r, "site"),
            bool(r, "masked"),
            bool(r, "kept")),
        integer(r, "version"),
        new PersonId(id(r, "created_by")),
        instant(r, "created_at"),
        new PersonId(id(r, "changed_by")),
        instant(r, "changed_at"),
        instant(r, "secret_at"),
        instantOrNull(r, "removed_at"));
  }
}
