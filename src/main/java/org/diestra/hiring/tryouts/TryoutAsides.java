package org.diestra.hiring.tryouts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.proposals.BidAsides;
import org.diestra.hiring.proposals.BidId;
import org.springframework.stereotype.Component;

/** The newest sample of each bid, beside the bid: where it stands, and how it was scored. */
@Component
class TryoutAsides implements BidAsides {
  private final TryoutStore store;

  TryoutAsides(TryoutStore store) {
    this.store = store;
  }

  @Override
  public Map<BidId, List<Aside>> of(Collection<BidId> bids) {
    var found = new HashMap<BidId, List<Aside>>();
    for (var asked : store.of(bids)) {
      found.putIfAbsent(asked.tryout().facts().bid(), List.of(aside(asked)));
    }
    return found;
  }

  private static Aside aside(Asked asked) {
    var state = asked.tryout().state();
    List<Object> args =
        asked.tryout() instanceof Tryout.Scored scored
            ? List.of(scored.scores().mean())
            : List.of();
    return new Aside(
        "tryouts.aside." + state.slug(),
        args,
        state.tone(),
        state == Tryout.State.SCORED ? "star" : "file-check",
        Asked.href(asked.id()));
  }
}
