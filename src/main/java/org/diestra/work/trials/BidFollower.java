package org.diestra.work.trials;

import org.diestra.hiring.proposals.BidOver;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Nobody is asked for a trial any more whose bid is over. */
@Component("trialBidFollower")
class BidFollower {
  private final Trials trials;

  BidFollower(Trials trials) {
    this.trials = trials;
  }

  @ApplicationModuleListener
  void on(BidOver over) {
    trials.bidOver(over.bid());
  }
}
