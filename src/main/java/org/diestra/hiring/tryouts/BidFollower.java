package org.diestra.hiring.tryouts;

import org.diestra.hiring.proposals.BidOver;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Nobody works on a sample for a bid that is over. */
@Component
class BidFollower {
  private final Tryouts tryouts;

  BidFollower(Tryouts tryouts) {
    this.tryouts = tryouts;
  }

  @ApplicationModuleListener
  void on(BidOver over) {
    tryouts.bidOver(over.bid());
  }
}
