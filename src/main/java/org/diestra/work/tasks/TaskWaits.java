package org.diestra.work.tasks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.work.tasks.Task.Delivered;
import org.diestra.work.tasks.Task.Proposed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deliveries to look at and proposals to agree to; for an assistant, what is to be done next. */
@Component
class TaskWaits implements Waits {
  private static final int MOST = 20;
  private final TaskLists lists;

  TaskWaits(TaskLists lists) {
    this.lists = lists;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var approving = clients(viewer, Role::approves);
    var decides =
        approving.isEmpty()
            ? List.<Task>of()
            : lists.forClients(approving, clients(viewer, Role::hires), MOST);
    var does = viewer.assistant() ? lists.forAssistant(viewer.id(), MOST) : List.<Task>of();
    return Stream.concat(decides.stream(), does.stream()).limit(MOST).map(TaskWaits::wait).toList();
  }

  private static List<UUID> clients(Viewer viewer, Predicate<Role> may) {
    return viewer.memberships().stream()
        .filter(m -> may.test(m.role()))
        .map(m -> m.organisation().value())
        .toList();
  }

  private static Wait wait(Task task) {
    var what = what(task);
    return new Wait(
        task.facts().since(),
        until(task),
        task instanceof Delivered ? "clipboard-check" : "list-checks",
        "tasks.wait." + what,
        null,
        List.of(task.facts().work().title()),
        task.facts().place().href(),
        "tasks.wait." + what + ".action");
  }

  private static @Nullable Instant until(Task task) {
    var due = task.facts().work().due();
    return task instanceof Delivered it
        ? it.closesAt()
        : due == null || task instanceof Proposed ? null : due.at();
  }

  private static String what(Task task) {
    return switch (task.stage()) {
      case DELIVERED -> "delivered";
      case PROPOSED -> "proposed";
      case IN_PROGRESS -> "doing";
      case CHANGES_REQUESTED -> "changes";
      default -> "agreed";
    };
  }
}
