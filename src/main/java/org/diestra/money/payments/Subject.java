package org.diestra.money.payments;

import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What a client pays for.
 *
 * @param task or null for the hours of the contract as a whole
 */
public record Subject(ContractId contract, @Nullable TaskId task) {

  public static Subject task(ContractId contract, TaskId task) {
    return new Subject(contract, task);
  }

  public static Subject hours(ContractId contract) {
    return new Subject(contract, null);
  }

  public boolean ofHours() {
    return task == null;
  }

  /** Where it is worked on. */
  String page() {
    return "/contracts/" + contract + (task == null ? "/time" : "/tasks/" + task);
  }

  /** Where its money is shown and paid. */
  String moneyPage() {
    return "/contracts/" + contract + "/money/" + (task == null ? "hours" : "tasks/" + task);
  }

  /** Where a payment for it is begun. */
  public String fundPage() {
    return task == null ? moneyPage() + "/funding" : moneyPage();
  }
}
