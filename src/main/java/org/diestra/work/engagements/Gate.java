package org.diestra.work.engagements;

import java.util.List;
import java.util.Optional;
import org.diestra.office.learning.Readings;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.platform.base.Refusal;
import org.diestra.work.engagements.Engagement.Preparing;
import org.springframework.stereotype.Component;

/**
 * What must be there before work begins: at least one manual of the duties that the assistant has
 * confirmed, unless the terms do without.
 */
@Component
class Gate {
  private final Manuals manuals;
  private final Readings readings;

  Gate(Manuals manuals, Readings readings) {
    this.manuals = manuals;
    this.readings = readings;
  }

  /**
   * How far the preparations are.
   *
   * @param manuals what is published in the areas of the duties
   * @param confirmed whether the assistant has confirmed one of them
   */
  record Progress(boolean needed, List<Procedure> manuals, boolean confirmed) {
    boolean open() {
      return !needed || confirmed;
    }
  }

  Progress progress(Preparing it) {
    var facts = it.facts();
    var published = manuals.published(facts.workspace(), facts.duties());
    return new Progress(
        facts.needsManual(), published, readings.confirmedAny(facts.assistant(), published));
  }

  /** Why it may not begin yet, if so. */
  Optional<Refusal> closed(Preparing it) {
    var progress = progress(it);
    if (progress.open()) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.conflict(
            progress.manuals().isEmpty()
                ? "engagements.gate.no-manual"
                : "engagements.gate.not-read"));
  }
}
