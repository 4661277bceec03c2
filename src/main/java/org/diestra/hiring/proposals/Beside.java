package org.diestra.hiring.proposals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.proposals.BidAsides.Aside;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that others have to say about bids, as one; also while there is nobody yet. */
@Component
class Beside {
  private final ObjectProvider<BidAsides> all; // which need this module's door themselves

  Beside(ObjectProvider<BidAsides> all) {
    this.all = all;
  }

  Map<BidId, List<Aside>> of(Collection<BidId> bids) {
    var found = new HashMap<BidId, List<Aside>>();
    if (!bids.isEmpty()) {
      all.orderedStream()
          .forEach(asides ->
              asides
                  .of(bids)
                  .forEach((bid, lines) ->
                      found.computeIfAbsent(bid, b -> new ArrayList<>()).addAll(lines)));
    }
    return found;
  }

  List<Aside> of(BidId bid) {
    return of(List.of(bid)).getOrDefault(bid, List.of());
  }
}
