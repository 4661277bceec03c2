package org.diestra.operator.disputes;

import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.TaskId;

/**
 * What a dispute is about, and whose it is.
 *
 * @param title of the task
 * @param promised whether the client pays directly, so that only a promise is kept apart
 */
record Place(
    TaskId task,
    String title,
    ContractId contract,
    OrganisationId client,
    PersonId assistant,
    boolean promised) {
  /**
   * The side that this person may commit to money.
   *
   * @throws NotFound if there is none
   */
  Side side(Viewer viewer) {
    if (viewer.id().equals(assistant)) {
      return Side.ASSISTANT;
    }
    viewer.requireHiresFor(client);
    return Side.CLIENT;
  }

  /** Whether that person has no tie to either side. */
  boolean neutral(Viewer viewer) {
    return !viewer.id().equals(assistant) && viewer.memberOf(client).isEmpty();
  }
}
