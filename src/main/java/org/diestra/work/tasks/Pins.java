package org.diestra.work.tasks;

import java.util.Optional;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which version of its manual a task is done by: the one that holds when both agree. */
@Component
class Pins {
  private final Manuals manuals;

  Pins(Manuals manuals) {
    this.manuals = manuals;
  }

  /** Null for work that follows none. */
  @Nullable Integer of(Work work) {
    return Optional.ofNullable(work.procedure())
        .flatMap(manuals::find)
        .map(Procedure::published)
        .orElse(null);
  }
}
