package org.diestra.hiring.proposals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.proposals.BidAsides.Aside;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * All that others have to say about bids, as one; also while there is nobody yet. Looked for when
 * first asked: they need this module's door themselves.
 */
@Component
class Beside {
  private final SingletonSupplier<List<BidAsides>> all;

  Beside(ObjectProvider<BidAsides> all) {
    this.all = SingletonSupplier.of(() -> all.orderedStream().toList());
  }

  Map<BidId, List<Aside>> of(Collection<BidId> bids) {
    var found = new HashMap<BidId, List<Aside>>();
    if (!bids.isEmpty()) {
      all.obtain()
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
