package org.diestra.work.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.diestra.office.calendar.DatedThings;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks in the calendars of those who see them, on the day they are due. */
@Component
class TaskDates implements DatedThings {
  private final TaskLists lists;

  TaskDates(TaskLists lists) {
    this.lists = lists;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Dated> between(@Nullable WorkspaceId workspace, Instant from, Instant to, int limit) {
    return lists.due(workspace, from, to, limit).stream()
        .map(task -> {
          var facts = task.facts();
          var due = Objects.requireNonNull(facts.work().due());
          return new Dated(
              facts.place().href(),
              "tasks.due.calendar",
              facts.work().title(),
              due.at(),
              task.stage().over());
        })
        .toList();
  }
}
