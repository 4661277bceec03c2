package org.diestra.office.files;

import java.util.List;
import org.diestra.office.workspaces.AccessEnded;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.dav.HeldLocks;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Whoever may not work with a workspace's files any more holds nothing locked there either. */
@Component
class FileLocks {
  private final HeldLocks locks;
  private final Workspaces workspaces;
  private final HouseRights house;

  FileLocks(HeldLocks locks, Workspaces workspaces, HouseRights house) {
    this.locks = locks;
    this.workspaces = workspaces;
    this.house = house;
  }

  /** Once more changes nothing; another way in that is still open keeps them. */
  @ApplicationModuleListener
  void left(AccessEnded event) {
    house.call(() -> {
      boolean still = workspaces.people(event.workspace(), Area.FILES).contains(event.person());
      if (!still) {
        locks.release(event.person(), List.of("files", event.workspace().toString()));
      }
      return still;
    });
  }
}
