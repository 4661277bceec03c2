package org.diestra.work.engagements;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.diestra.office.manuals.Edit;
import org.diestra.office.manuals.Manuals;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.WorkTrace;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody wrote in the client's manuals, in the areas that a contract opens. */
@Component
class ManualTraces implements WorkTrace {
  private final EngagementStore store;
  private final Manuals manuals;

  ManualTraces(EngagementStore store, Manuals manuals) {
    this.store = store;
    this.manuals = manuals;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Trace> of(ContractId contract, PersonId person, Instant from, Instant to) {
    return store.find(contract).map(Engagement::facts).stream()
        .flatMap(it -> manuals.edits(it.workspace(), it.duties(), person, from, to, MOST).stream())
        .map(ManualTraces::trace)
        .toList();
  }

  private static Trace trace(Edit edit) {
    var key = "engagements.trace." + edit.what().name().toLowerCase(Locale.ROOT);
    return new Trace(edit.at(), key, List.of(edit.title()), edit.href());
  }
}
