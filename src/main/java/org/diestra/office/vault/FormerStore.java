package org.diestra.office.vault;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.vault.Keyring.Sealed;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What secrets were before they were changed; only those who keep a workspace see it. */
@Repository
class FormerStore {
  private final JdbcClient jdbc;

  FormerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(Item was, Sealed sealed, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into vault.former (item, version, workspace, key, sealed, replaced_by,
              replaced_at)
            values (:item, :version, :workspace, :key, :sealed, :by, :now)
            """)
        .param("item", was.id().value())
        .param("version", was.version())
        .param("workspace", was.workspace().value())
        .param("key", sealed.key())
        .param("sealed", sealed.bytes())
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** Those of one secret, the latest first. */
  List<Former> of(ItemId item, int most) {
    return jdbc.sql(
            """
            select item, version, replaced_by, replaced_at from vault.former
            where item = :item order by version desc limit :most
            """)
        .param("item", item.value())
        .param("most", most)
        .query((r, n) ->
            new Former(
                new Former.Id(item, integer(r, "version")),
                new PersonId(id(r, "replaced_by")),
                instant(r, "replaced_at")))
        .list();
  }

  Optional<Sealed> sealed(Former.Id which) {
    return jdbc.sql("select * from vault.former where item = :item and version = :version")
        .param("item", which.item().value())
        .param("version", which.version())
        .query((r, n) -> new Sealed(integer(r, "key"), bytes(r, "sealed")))
        .optional();
  }

  /** Locks some of what an older key sealed. */
  Map<Former.Id, Sealed> older(WorkspaceId workspace, int key, int most) {
    var some = new HashMap<Former.Id, Sealed>();
    jdbc.sql(
            """
            select * from vault.former where workspace = :workspace and key < :key
            order by item, version limit :most for update skip locked
            """)
        .param("workspace", workspace.value())
        .param("key", key)
        .param("most", most)
        .query(r -> {
          some.put(
              new Former.Id(new ItemId(id(r, "item")), integer(r, "version")),
              new Sealed(integer(r, "key"), bytes(r, "sealed")));
        });
    return some;
  }

  void reseal(Map<Former.Id, Sealed> anew) {
    var all = List.copyOf(anew.entrySet());
    jdbc.sql(
            """
            update vault.former f set key = n.key, sealed = n.sealed
            from unnest(:items, :versions, :keys, :sealed) as n (item, version, key, sealed)
            where f.item = n.item and f.version = n.version
            """)
        .param("items", all.stream().map(e -> e.getKey().item().value()).toArray(UUID[]::new))
        .param("versions", all.stream().map(e -> e.getKey().version()).toArray(Integer[]::new))
        .param("keys", all.stream().map(e -> e.getValue().key()).toArray(Integer[]::new))
        .param("sealed", all.stream().map(e -> e.getValue().bytes()).toArray(byte[][]::new))
        .update();
  }

  /** What was replaced before that, and all of what was removed before. */
  int forget(Instant replaced, Instant removed) {
    return jdbc.sql(
            """
            delete from vault.former f using vault.item i
            where i.id = f.item and (f.replaced_at < :replaced or i.removed_at < :removed)
            """)
        .param("replaced", at(replaced))
        .param("removed", at(removed))
        .update();
  }
}
