package org.diestra.office.vault;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Gcm;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Envelope encryption: each workspace has keys of its own, stored only as the house's key sealed
 * them. What is sealed names its key, so that another can take over while everything stays open;
 * and which item it belongs to is sealed in, so that it opens nowhere else.
 */
@Component
class Keyring {
  private static final String PURPOSE = "vault:key";
  private static final int BYTES = 32;
  private final JdbcClient jdbc;
  private final Seal seal;
  private final HouseRights house;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Keyring(JdbcClient jdbc, Seal seal, HouseRights house, Clock clock) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.house = house;
    this.clock = clock;
  }

  /**
   * @param key the number of the key it was sealed with
   */
  record Sealed(int key, byte[] bytes) {}

  /** Which key seals now. */
  record Current(int number, Instant madeAt) {}

  /** With the newest key; a workspace's first is made when it is needed. */
  Map<ItemId, Sealed> close(WorkspaceId workspace, Map<ItemId, Secret> secrets) {
    return house.call(() -> {
      var key = newestOrFirst(workspace);
      var opened = opened(workspace, key);
      var closed = new HashMap<ItemId, Sealed>();
      secrets.forEach((item, secret) ->
          closed.put(
              item, new Sealed(key.number(), Gcm.close(opened, about(item), secret.bytes()))));
      return closed;
    });
  }

  /**
   * @throws IllegalStateException if it was changed, is another item's, or the house's key is lost
   */
  Secret open(WorkspaceId workspace, ItemId item, Sealed sealed) {
    return house.call(() -> {
      var key = find(workspace, sealed.key()).orElseThrow();
      return Secret.of(unsealed(item, sealed, opened(workspace, key)));
    });
  }

  /** The same of many, in one statement. */
  Map<ItemId, Secret> open(WorkspaceId workspace, Map<ItemId, Sealed> sealed) {
    var keys = keys(workspace);
    var opened = new HashMap<ItemId, Secret>();
    sealed.forEach(
        (item, one) -> opened.put(item, Secret.of(unsealed(item, one, keys.get(one.key())))));
    return opened;
  }

  /**
   * Sealed with the newest key instead of older ones.
   *
   * @param item whose secret each of them is
   */
  <K> Map<K, Sealed> anew(WorkspaceId workspace, Map<K, Sealed> older, Function<K, ItemId> item) {
    var keys = keys(workspace);
    int newest = keys.lastKey();
    var last = Objects.requireNonNull(keys.get(newest));
    var anew = new HashMap<K, Sealed>();
    older.forEach((which, sealed) -> {
      var id = item.apply(which);
      var secret = unsealed(id, sealed, keys.get(sealed.key()));
      anew.put(which, new Sealed(newest, Gcm.close(last, about(id), secret)));
    });
    return anew;
  }

  private TreeMap<Integer, SecretKeySpec> keys(WorkspaceId workspace) {
    return house.call(() -> {
      var keys = new TreeMap<Integer, SecretKeySpec>();
      jdbc.sql("select * from vault.key where workspace = :workspace")
          .param("workspace", workspace.value())
          .query(r -> {
            var key = Key.of(r);
            keys.put(key.number(), opened(workspace, key));
          });
      return keys;
    });
  }

  private static byte[] unsealed(ItemId item, Sealed sealed, @Nullable SecretKeySpec key) {
    try {
      return Gcm.open(Objects.requireNonNull(key), about(item), sealed.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("can't open " + item, e);
    }
  }

  Optional<Current> current(WorkspaceId workspace) {
    return house.call(() -> newest(workspace).map(key -> new Current(key.number(), key.madeAt())));
  }

  /** From now on another seals; older ones still open. */
  int rotate(WorkspaceId workspace) {
    return house.call(() -> {
      int next = newest(workspace).map(Key::number).orElse(0) + 1;
      add(workspace, next);
      return newest(workspace).orElseThrow().number();
    });
  }

  /**
   * Ends keys that seal nothing any more, but never the newest: what they opened, nothing opens.
   */
  void endUnused(WorkspaceId workspace) {
    house.call(() ->
        jdbc.sql(
                """
                delete from vault.key k
                where k.workspace = :workspace
                  and k.number < (select max(number) from vault.key n
                    where n.workspace = :workspace)
                  and not exists (select from vault.secret s
                    where s.workspace = k.workspace and s.key = k.number)
                  and not exists (select from vault.former f
                    where f.workspace = k.workspace and f.key = k.number)
                """)
            .param("workspace", workspace.value())
            .update());
  }

  /** Workspaces in which something is still sealed with an older key. */
  List<WorkspaceId> behind() {
    return house.call(() ->
        jdbc.sql("select workspace from vault.key group by workspace having count(*) > 1")
            .query((r, n) -> new WorkspaceId(id(r, "workspace")))
            .list());
  }

  private record Key(int number, byte[] sealed, Instant madeAt) {
    static Key of(ResultSet r) throws SQLException {
      return new Key(integer(r, "number"), bytes(r, "sealed"), instant(r, "made_at"));
    }
  }

  private Optional<Key> newest(WorkspaceId workspace) {
    return jdbc.sql(
            "select * from vault.key where workspace = :workspace order by number desc limit 1")
        .param("workspace", workspace.value())
        .query((r, n) -> Key.of(r))
        .optional();
  }

  private Optional<Key> find(WorkspaceId workspace, int number) {
    return jdbc.sql("select * from vault.key where workspace = :workspace and number = :number")
        .param("workspace", workspace.value())
        .param("number", number)
        .query((r, n) -> Key.of(r))
        .optional();
  }

  /** Of two at once, one makes the first and both use it. */
  private Key newestOrFirst(WorkspaceId workspace) {
    var there = newest(workspace);
    if (there.isPresent()) {
      return there.get();
    }
    add(workspace, 1);
    return newest(workspace).orElseThrow();
  }

  private void add(WorkspaceId workspace, int number) {
    var fresh = new byte[BYTES];
    random.nextBytes(fresh);
    jdbc.sql(
            """
            insert into vault.key (workspace, number, sealed, made_at)
            values (:workspace, :number, :sealed, :now) on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .param("number", number)
        .param("sealed", seal.close(PURPOSE, workspace.value(), fresh))
        .param("now", at(clock.instant()))
        .update();
  }

  private SecretKeySpec opened(WorkspaceId workspace, Key key) {
    return new SecretKeySpec(seal.open(PURPOSE, workspace.value(), key.sealed()), "AES");
  }

  private static byte[] about(ItemId item) {
    return ByteBuffer.allocate(Long.BYTES * 2)
        .putLong(item.value().getMostSignificantBits())
        .putLong(item.value().getLeastSignificantBits())
        .array();
  }
}
