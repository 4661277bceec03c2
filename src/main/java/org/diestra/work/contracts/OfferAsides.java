package org.diestra.work.contracts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.proposals.BidAsides;
import org.diestra.hiring.proposals.BidId;
import org.diestra.work.contracts.OfferStore.Made;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way from a bid to the offer that was made on it, and to the contract that it became. */
@Component
class OfferAsides implements BidAsides {
  private final OfferStore store;

  OfferAsides(OfferStore store) {
    this.store = store;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<BidId, List<Aside>> of(Collection<BidId> bids) {
    var found = new HashMap<BidId, List<Aside>>();
    for (var made : store.made(bids)) {
      found.put(made.bid(), List.of(aside(made)));
    }
    return found;
  }

  private static Aside aside(Made made) {
    return made.contract() == null
        ? aside("contracts.aside.offer", "wait", "/offers/" + made.offer())
        : aside("contracts.aside.contract", "good", "/contracts/" + made.contract());
  }

  private static Aside aside(String key, String tone, String href) {
    return new Aside(key, List.of(), tone, "signature", href);
  }
}
