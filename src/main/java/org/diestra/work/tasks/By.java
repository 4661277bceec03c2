package org.diestra.work.tasks;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.work.contracts.Side;

/** Who moves a task, for which side. */
record By(Viewer viewer, Side side) {
  /**
   * @throws NotFound if the task is not this person's to move
   */
  static By of(Viewer viewer, Facts facts) {
    return new By(viewer, facts.sideOf(viewer).orElseThrow(NotFound::new));
  }

  boolean is(Side wanted) {
    return side == wanted;
  }

  /** Whether the person may commit its side to what costs money. */
  boolean commits(Facts facts) {
    return side == Side.ASSISTANT || viewer.hiresFor(facts.place().organisation());
  }

  /**
   * @throws NotFound if it is not that side's, or this person's, to say
   */
  By require(Side wanted) {
    if (side != wanted) {
      throw new NotFound();
    }
    return this;
  }

  /**
   * @throws NotFound if the person may not commit its side to what costs money
   */
  By requireCommits(Facts facts) {
    if (!commits(facts)) {
      throw new NotFound();
    }
    return this;
  }
}
