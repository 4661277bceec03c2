package org.diestra.work.trials;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.proposals.BidAsides;
import org.diestra.hiring.proposals.BidId;
import org.diestra.work.trials.TrialStore.Scored;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The newest trial of each bid, beside the bid: where it stands, and how it was scored. */
@Component
class TrialAsides implements BidAsides {
  private final TrialStore store;

  TrialAsides(TrialStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<BidId, List<Aside>> of(Collection<BidId> bids) {
    var found = new HashMap<BidId, List<Aside>>();
    for (var each : store.of(bids)) {
      found.putIfAbsent(each.trial().facts().bid(), List.of(aside(each)));
    }
    return found;
  }

  private static Aside aside(Scored it) {
    var state = it.trial().state();
    var scores = it.scores();
    return new Aside(
        scores == null ? "trials.aside." + state.slug() : "trials.aside.scored",
        scores == null ? List.of() : List.of(scores.mean()),
        scores == null ? state.tone() : "good",
        scores == null ? "hand-coins" : "star",
        it.id().href());
  }
}
