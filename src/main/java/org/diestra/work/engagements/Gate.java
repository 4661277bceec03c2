package org.diestra.work.engagements;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diestra.office.learning.Readings;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.engagements.Engagement.Preparing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What must be there before work begins: at least one manual of the duties that the assistant has
 * confirmed, unless the terms do without, and the money that this kind of contract needs.
 */
@Component
class Gate {
  private final Manuals manuals;
  private final Readings readings;
  private final ObjectProvider<StartFunds> funds; // who ask here themselves

  Gate(Manuals manuals, Readings readings, ObjectProvider<StartFunds> funds) {
    this.manuals = manuals;
    this.readings = readings;
    this.funds = funds;
  }

  /**
   * How far the preparations are.
   *
   * @param manuals what is published in the areas of the duties
   * @param confirmed whether the assistant has confirmed one of them
   * @param funds what is still to come in before it starts, or null where nothing has to
   */
  record Progress(
      boolean needed, List<Procedure> manuals, boolean confirmed, @Nullable Money funds) {
    boolean read() {
      return !needed || confirmed;
    }

    boolean funded() {
      return funds == null || funds.isZero();
    }
  }

  Progress progress(Preparing it) {
    var facts = it.facts();
    var published = manuals.published(facts.workspace(), facts.duties());
    return new Progress(
        facts.needsManual(),
        published,
        readings.confirmedAny(facts.assistant(), published),
        funds(facts.contract()));
  }

  private @Nullable Money funds(ContractId contract) {
    return funds
        .orderedStream()
        .flatMap(f -> f.missing(contract).stream())
        .reduce(Money::plus) // all in the contract's currency
        .orElse(null);
  }

  /** Why it may not begin yet, if so. */
  Optional<Refusal> closed(Preparing it) {
    var progress = progress(it);
    if (progress.read()) {
      return progress.funded()
          ? Optional.empty()
          : Optional.of(
              Refusal.conflict(
                  "engagements.gate.no-funds", Objects.requireNonNull(progress.funds())));
    }
    return Optional.of(
        Refusal.conflict(
            progress.manuals().isEmpty()
                ? "engagements.gate.no-manual"
                : "engagements.gate.not-read"));
  }
}
