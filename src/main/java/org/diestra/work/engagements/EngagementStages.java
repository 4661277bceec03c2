package org.diestra.work.engagements;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.ContractStages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names where each contract stands, for lists of them. */
@Component
class EngagementStages implements ContractStages {
  private final EngagementStore store;

  EngagementStages(EngagementStore store) {
    this.store = store;
  }

  @Transactional(readOnly = true)
  @Override
  public Map<ContractId, Stage> of(Collection<ContractId> contracts) {
    return store.all(contracts).stream()
        .collect(
            Collectors.toMap(
                e -> e.facts().contract(), e -> new Stage(key(e.stage()), tone(e.stage()))));
  }

  static String key(Engagement.Stage stage) {
    return "engagements.stage." + stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String tone(Engagement.Stage stage) {
    return switch (stage) {
      case ACTIVE -> "good";
      case ENDED -> "";
      case AWAITING_FUNDS, PAUSED, ENDING -> "wait";
    };
  }
}
