package org.diestra.hiring.tryouts;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;

/** A task as one bidder has it. */
record Asked(Task task, Tryout tryout) {
  /** Who may see it: the hiring team, and the bidder. */
  enum Side {
    TEAM,
    BIDDER
  }

  /**
   * @throws NotFound for everybody else
   */
  Side side(Viewer viewer) {
    if (tryout.facts().person().equals(viewer.id())) {
      return Side.BIDDER;
    }
    viewer.requireHiresFor(task.organisation());
    return Side.TEAM;
  }

  TryoutId id() {
    return tryout.facts().id();
  }

  static String href(TryoutId id) {
    return "/tryouts/" + id;
  }
}
