package org.diestra.work.tasks;

import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * What must happen together with a task's move: a bean of a module above. It is called within the
 * transaction of the move, also for those of which it need not know.
 */
public interface TaskFollower {
  void moved(Moved move);

  /**
   * @param side who did it, or null for the house
   */
  record Moved(TaskId task, ContractId contract, Step step, @Nullable Side side) {}

  /** As far as others need to know. */
  enum Step {
    /** It is being done: begun, or a delivery was taken back or is to be changed. */
    DOING,
    DELIVERED,
    /** It is accepted, by the client or by silence, and what was held is the assistant's. */
    APPROVED,
    /** It is over without that, and nothing of its price went to the assistant. */
    CALLED_OFF,
    /** The same, as nothing was delivered in time. */
    LAPSED,
    /** It is over for a part of its price, as both agreed. */
    SETTLED,
    /** Any other. */
    OTHER
  }
}
