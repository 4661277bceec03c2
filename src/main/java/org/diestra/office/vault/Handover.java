package org.diestra.office.vault;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.workspaces.AccessEnded;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Reach;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever could reach a secret and can't enter any more may still know it: it is to be changed. */
@Service
class Handover {
  static final int MOST = 200;
  private final DutyStore duties;
  private final Workspaces workspaces;
  private final VaultNotices notices;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Handover(
      DutyStore duties,
      Workspaces workspaces,
      VaultNotices notices,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.duties = duties;
    this.workspaces = workspaces;
    this.notices = notices;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void left(AccessEnded event) {
    house.call(() -> {
      var still = stillIn(event);
      var workspace = workspaces.get(event.workspace());
      var lost = event.areas().stream().filter(area -> !still.contains(area)).toList();
      boolean kept = event.kept() && !workspaces.keepers(workspace).contains(event.person());
      int opened =
          lost.isEmpty() && !kept
              ? 0
              : duties.open(workspace.id(), event.person(), lost, kept, event.at());
      if (opened > 0) {
        notices.left(workspace, event.person(), opened, event.at());
      }
      return opened;
    });
  }

  /** Another contract, or a role, may keep the door open. */
  private Set<Area> stillIn(AccessEnded event) {
    return workspaces.reach(event.workspace()).stream()
        .filter(way -> way.person().equals(event.person()))
        .map(Reach::area)
        .collect(Collectors.toSet());
  }

  /** What is to be changed there, up to {@link #MOST} of it. */
  @Transactional(readOnly = true)
  public List<Duty> open(Pass keeper) {
    keeper.requireKeeps();
    return duties.open(keeper.workspace().id(), MOST);
  }

  /** Wherever the caller keeps the workspace. */
  @Transactional(readOnly = true)
  public List<DutyStore.Waiting> waiting() {
    return duties.waiting();
  }

  /** It stays as it is, says one who keeps the workspace. */
  @Transactional
  public Outcome<UUID> leave(Pass keeper, UUID duty) {
    keeper.requireKeeps();
    var by = keeper.viewer().id();
    if (!duties.leave(keeper.workspace().id(), duty, by, clock.instant())) {
      return refused(Refusal.conflict("vault.conflict.duty"));
    }
    audit.record(
        Deed.of("vault", "leave")
            .by(by.value())
            .on("duty", duty)
            .onBehalfOf(keeper.workspace().organisation().value()));
    return done(duty);
  }

  /** What that person could have opened and never did stays as it is; how many secrets that is. */
  @Transactional
  public int leaveUnused(Pass keeper, PersonId person) {
    keeper.requireKeeps();
    var by = keeper.viewer().id();
    int left = duties.leaveUnused(keeper.workspace().id(), person, by, clock.instant());
    audit.record(
        Deed.of("vault", "leave-unused")
            .by(by.value())
            .on("person", person.value())
            .onBehalfOf(keeper.workspace().organisation().value())
            .with("secrets", left));
    return left;
  }
}
