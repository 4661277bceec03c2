package org.diestra.work.time;

import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.time.TimeSubjects.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What hours of a contract can be written for; nothing where no module has tasks. */
@Component
class Subjects {
  private final ObjectProvider<TimeSubjects> sources; // of modules above

  Subjects(ObjectProvider<TimeSubjects> sources) {
    this.sources = sources;
  }

  List<Subject> of(Viewer viewer, ContractId contract) {
    return sources.stream().flatMap(source -> source.of(viewer, contract).stream()).toList();
  }

  /** Whether hours can be written for it; none at all is as good as one. */
  boolean takes(Viewer viewer, ContractId contract, @Nullable UUID task) {
    return task == null
        || of(viewer, contract).stream().anyMatch(s -> s.open() && s.id().equals(task));
  }
}
