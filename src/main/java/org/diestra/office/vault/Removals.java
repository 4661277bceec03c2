package org.diestra.office.vault;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.diestra.office.vault.Use.What;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What goes out of the vault, and comes back within a month. */
@Service
class Removals {
  /** So long what was removed can be brought back; then nobody can open it any more. */
  static final Duration KEPT = Duration.ofDays(30);

  /** And so long what a secret was before a change. */
  static final Duration FORMER = Duration.ofDays(90);

  private final Vault vault;
  private final ItemStore store;
  private final SecretStore secrets;
  private final FormerStore former;
  private final UseLog log;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Removals(
      Vault vault,
      ItemStore store,
      SecretStore secrets,
      FormerStore former,
      UseLog log,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.vault = vault;
    this.store = store;
    this.secrets = secrets;
    this.former = former;
    this.log = log;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes it out of sight; it can be brought back for a month. */
  @Transactional
  public void remove(Pass pass, ItemId id) {
    var item = vault.get(pass, id);
    requireMayRemove(pass, item);
    if (store.remove(id, pass.viewer().id(), clock.instant())) {
      log.write(pass, item, What.REMOVED, null);
    }
  }

  /** Whoever keeps the workspace, and who added it. */
  static boolean mayRemove(Pass pass, Item item) {
    return pass.keeps() || item.createdBy().equals(pass.viewer().id());
  }

  private static void requireMayRemove(Pass pass, Item item) {
    if (!mayRemove(pass, item)) {
      throw new NotFound();
    }
  }

  /**
   * @throws NotFound also if it was removed too long ago
   */
  @Transactional
  public void restore(Pass pass, ItemId id) {
    var item = vault.get(pass, id);
    requireMayRemove(pass, item);
    if (secrets.sealed(id).isEmpty()) {
      throw new NotFound();
    }
    if (store.remove(id, null, null)) {
      log.write(pass, item, What.RESTORED, null);
    }
  }

  /** Everything that one import brought and nobody has changed since. */
  @Transactional
  public int takeBack(Pass pass, UUID batch) {
    pass.requireKeeps();
    var by = pass.viewer().id();
    var gone = store.removeBatch(pass.workspace().id(), batch, by, clock.instant());
    audit.record(
        Deed.of("vault", "take-back")
            .by(by.value())
            .onBehalfOf(pass.workspace().organisation().value())
            .with("items", String.valueOf(gone.size())));
    return gone.size();
  }

  /** What was removed a month ago can't be opened any more. */
  @Transactional
  public int forget() {
    var now = clock.instant();
    return house.call(
        () -> former.forget(now.minus(FORMER), now.minus(KEPT)) + secrets.forget(now.minus(KEPT)));
  }
}
