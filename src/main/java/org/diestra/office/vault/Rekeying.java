package org.diestra.office.vault;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.diestra.office.vault.Keyring.Current;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A workspace's key gives way to another while everything stays open: the new one seals at once,
 * and what the old one sealed is sealed anew, some at a time.
 */
@Service
class Rekeying {
  private static final int SOME = 100;
  private final Keyring keyring;
  private final SecretStore store;
  private final FormerStore former;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Rekeying(
      Keyring keyring,
      SecretStore store,
      FormerStore former,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.keyring = keyring;
    this.store = store;
    this.former = former;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which key seals now; empty as long as there is nothing to seal. */
  @Transactional(readOnly = true)
  public Optional<Current> current(Pass keeper) {
    keeper.requireKeeps();
    return keyring.current(keeper.workspace().id());
  }

  @Transactional
  public void rotate(Pass keeper) {
    keeper.requireKeeps();
    var workspace = keeper.workspace().id();
    int number = keyring.rotate(workspace);
    audit.record(
        Deed.of("vault", "rotate")
            .by(keeper.viewer().id().value())
            .onBehalfOf(keeper.workspace().organisation().value())
            .with("key", String.valueOf(number)));
    timers.at(clock.instant(), VaultEntries.RESEAL, Ids.text(workspace.value()));
  }

  /**
   * Until nothing is left of the older keys; each set in a transaction of its own. Twice, or once
   * more after a crash, is as once.
   */
  void reseal(WorkspaceId workspace) {
    int done;
    do {
      done = some(workspace);
    } while (done > 0);
    house.call(() -> {
      keyring.endUnused(workspace);
      return workspace;
    });
  }

  private int some(WorkspaceId workspace) {
    return house.call(() -> {
      var newest = keyring.current(workspace).orElseThrow().number();
      var older = store.older(workspace, newest, SOME);
      if (!older.isEmpty()) {
        store.seal(workspace, keyring.anew(workspace, older, Function.identity()));
      }
      var before = former.older(workspace, newest, SOME);
      if (!before.isEmpty()) {
        former.reseal(keyring.anew(workspace, before, Former.Id::item));
      }
      return older.size() + before.size();
    });
  }

  /** What a timer has lost. */
  void resealAll() {
    var now = clock.instant();
    timers.at(
        now,
        VaultEntries.RESEAL,
        keyring.behind().stream().map(workspace -> Ids.text(workspace.value())).toList());
  }
}
