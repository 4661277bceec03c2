package org.diestra.work.tasks;

import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where the price of a task is held: implemented by the module that has money. Each is called
 * within the transaction of the move that asks for it. While there is none, tasks run unfunded.
 */
public interface TaskFunding {
  /** Whether a task of that price may begin only once it is held. */
  boolean holds(TaskId task, @Nullable Money price);

  /** That part is the assistant's from now on. */
  void release(TaskId task, Money part);

  /** Whatever is still held is the client's again. */
  void giveBack(TaskId task);
}
