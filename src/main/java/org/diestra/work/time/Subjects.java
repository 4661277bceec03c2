package org.diestra.work.time;

import java.util.List;
import java.util.UUID;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hours of a contract can be written for: its tasks. */
@Component
class Subjects {
  private final Tasks tasks;

  Subjects(Tasks tasks) {
    this.tasks = tasks;
  }

  /**
   * @param open whether more hours can be written for it
   */
  record Subject(UUID id, String title, boolean open) {}

  List<Subject> of(ContractId contract) {
    return tasks.subjects(contract).stream()
        .map(s -> new Subject(s.id().value(), s.title(), s.open()))
        .toList();
  }

  /** Whether hours can be written for it; none at all is as good as one. */
  boolean takes(ContractId contract, @Nullable UUID task) {
    return task == null || of(contract).stream().anyMatch(s -> s.open() && s.id().equals(task));
  }
}
