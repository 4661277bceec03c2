package org.diestra.money.payments;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What a client pays for: a task, the hours of the contract as a whole, an extra, or a month of a
 * retainer.
 *
 * @param task or null for all others
 * @param extra what a module above knows by that id, or null
 * @param period a month that a module above knows by that id, or null
 */
public record Subject(
    ContractId contract, @Nullable TaskId task, @Nullable UUID extra, @Nullable UUID period) {
  private static final String EXTRAS = "/money/extras";
  private static final String RETAINER = "/money/retainer";

  public Subject {
    if (Stream.of(task, extra, period).filter(Objects::nonNull).count() > 1) {
      throw new IllegalArgumentException("two things: " + task + ", " + extra + ", " + period);
    }
  }

  public static Subject task(ContractId contract, TaskId task) {
    return new Subject(contract, task, null, null);
  }

  public static Subject hours(ContractId contract) {
    return new Subject(contract, null, null, null);
  }

  public static Subject extra(ContractId contract, UUID extra) {
    return new Subject(contract, null, extra, null);
  }

  public static Subject period(ContractId contract, UUID period) {
    return new Subject(contract, null, null, period);
  }

  public boolean ofHours() {
    return task == null && extra == null && period == null;
  }

  /** Where it is worked on, or told of. */
  public String page() {
    if (period != null) {
      return moneyPage();
    }
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

  /** Whether that is the page of a month. */
  static boolean ofPeriod(@Nullable String page) {
    return page != null && page.contains(RETAINER + "/");
  }

  /** Where its money is shown and paid. */
  String moneyPage() {
    if (period != null) {
      return "/contracts/" + contract + RETAINER + "/" + Ids.text(period);
    }
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
    if (period != null) {
      return base + ".retainer";
    }
    return extra != null ? base + ".extra" : task == null ? base + ".hours" : base;
  }
}
