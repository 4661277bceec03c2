package org.diestra.office.manuals;

import java.util.List;
import java.util.Objects;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts that somebody asked to publish, before those who decide. */
@Component
class ManualWaits implements Waits {
  private final Workspaces workspaces;
  private final ManualStore store;

  ManualWaits(Workspaces workspaces, ManualStore store) {
    this.workspaces = workspaces;
    this.store = store;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    if (viewer.hiring().isEmpty()) {
      return List.of();
    }
    var kept =
        workspaces.of(viewer).stream()
            .filter(Pass::keeps)
            .map(pass -> pass.workspace().id())
            .toList();
    return store.asked(kept).stream().map(ManualWaits::wait).toList();
  }

  private static Wait wait(Procedure procedure) {
    return new Wait(
        Objects.requireNonNull(procedure.askedAt()),
        null,
        "book-open",
        "manuals.wait",
        null,
        List.of(procedure.title()),
        procedure.href() + "/publication",
        "manuals.wait.action");
  }
}
