package org.diestra.office.vault;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.vault.Keyring.Sealed;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is sealed of items, for those who reach them. */
@Repository
class SecretStore {
  private final JdbcClient jdbc;

  SecretStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores what is sealed of items, in place of what was before. */
  void seal(WorkspaceId workspace, Map<ItemId, Sealed> sealed) {
    var items = List.copyOf(sealed.entrySet());
    jdbc.sql(
            """
            insert into vault.secret (item, workspace, key, sealed)
            select n.item, :workspace, n.key, n.sealed
            from unnest(:items, :keys, :sealed) as n (item, key, sealed)
            on conflict (item) do update set key = excluded.key, sealed = excluded.sealed
            """)
        .param("workspace", workspace.value())
        .param("items", items.stream().map(e -> e.getKey().value()).toArray(UUID[]::new))
        .param("keys", items.stream().map(e -> e.getValue().key()).toArray(Integer[]::new))
        .param("sealed", items.stream().map(e -> e.getValue().bytes()).toArray(byte[][]::new))
        .update();
  }

  /** Of all that is there. */
  Map<ItemId, Sealed> of(WorkspaceId workspace) {
    var all = new HashMap<ItemId, Sealed>();
    jdbc.sql(
            """
            select s.* from vault.secret s join vault.item i on i.id = s.item
            where s.workspace = :workspace and i.removed_at is null
            """)
        .param("workspace", workspace.value())
        .query(r -> {
          all.put(new ItemId(id(r, "item")), new Sealed(integer(r, "key"), bytes(r, "sealed")));
        });
    return all;
  }

  Optional<Sealed> sealed(ItemId item) {
    return jdbc.sql("select * from vault.secret where item = :item")
        .param("item", item.value())
        .query((r, n) -> new Sealed(integer(r, "key"), bytes(r, "sealed")))
        .optional();
  }

  /** Locks some of what an older key sealed. */
  Map<ItemId, Sealed> older(WorkspaceId workspace, int key, int most) {
    var some = new HashMap<ItemId, Sealed>();
    jdbc.sql(
            """
            select * from vault.secret where workspace = :workspace and key < :key
            order by item limit :most for update skip locked
            """)
        .param("workspace", workspace.value())
        .param("key", key)
        .param("most", most)
        .query(r -> {
          some.put(new ItemId(id(r, "item")), new Sealed(integer(r, "key"), bytes(r, "sealed")));
        });
    return some;
  }

  /** What was removed before that can't be opened any more, by anybody. */
  int forget(Instant before) {
    return jdbc.sql(
            """
            delete from vault.secret s using vault.item i
            where i.id = s.item and i.removed_at < :before
            """)
        .param("before", at(before))
        .update();
  }
}
