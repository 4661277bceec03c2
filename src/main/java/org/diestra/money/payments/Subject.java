package org.diestra.money.payments;

import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What a client pays for: a task, the hours of the contract as a whole, or an extra.
 *
 * @param task or null for hours and extras
 * @param extra what a module above knows by that id, or null
 */
public record Subject(ContractId contract, @Nullable TaskId task, @Nullable UUID extra) {
  private static final String EXTRAS = "/money/extras";

  public Subject {
    if (task != null && extra != null) {
      throw new IllegalArgumentException("a task, and an extra as well: " + task + ", " + extra);
    }
  }

  public static Subject task(ContractId contract, TaskId task) {
    return new Subject(contract, task, null);
  }

  public static Subject hours(ContractId contract) {
    return new Subject(contract, null, null);
  }

  public static Subject extra(ContractId contract, UUID extra) {
    return new Subject(contract, null, extra);
  }

  public boolean ofHours() {
    return task == null && extra == null;
  }

  /** Where it is worked on, or told of. */
  public String page() {
    if (extra != null) {
      return "/contracts/" + contract + EXTRAS;
    }
    return "/contracts/" + contract + (task == null ? "/time" : "/tasks/" + task);
  }

  /** Whether that is the page of extras. */
  static boolean ofExtra(@Nullable String page) {
    return page != null && page.endsWith(EXTRAS);
  }

  /** Whether that is the page of one extra, which is what those have that wait. */
  static boolean ofExpense(@Nullable String page) {
    return page != null && page.contains(EXTRAS + "/");
  }

  /** Where its money is shown and paid. */
  String moneyPage() {
    var place =
        extra != null ? "extras/" + Ids.text(extra) : task == null ? "hours" : "tasks/" + task;
    return "/contracts/" + contract + "/money/" + place;
  }

  /** Where a payment for it is begun. */
  public String fundPage() {
    return task == null ? moneyPage() + "/funding" : moneyPage();
  }

  /** The message of that name that speaks of it. */
  String key(String base) {
    return extra != null ? base + ".extra" : task == null ? base + ".hours" : base;
  }
}
