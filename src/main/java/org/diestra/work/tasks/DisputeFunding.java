package org.diestra.work.tasks;

import java.util.UUID;
import org.diestra.platform.base.Money;

/**
 * Where the price of a task stays while a dispute is open: implemented by the module that has
 * money. Each is called within the transaction of the move that asks for it, once the task is
 * locked. Where nothing is held nothing is moved, but an award is owed all the same.
 */
public interface DisputeFunding {
  /** What is held for it is kept apart for that dispute, the client's fee included. */
  void keepApart(TaskId task, UUID dispute);

  /** What was kept apart is held as before. */
  void putBack(TaskId task);

  /**
   * That part of the price is the assistant's, and whatever else is kept apart the client's again.
   *
   * @param part from 0 to what is left of the price; what of it is not there is owed
   */
  void award(TaskId task, Money part);
}
