package org.diestra.hiring.proposals;

import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Component;

/** Bids that were sent, for the tests of modules that speak of them. */
@Component
public class SentBids {
  private final Bidding bidding;
  private final OwnBids own;
  private final Decisions decisions;

  SentBids(Bidding bidding, OwnBids own, Decisions decisions) {
    this.bidding = bidding;
    this.own = own;
    this.decisions = decisions;
  }

  /** A bid of 12.00 EUR an hour. */
  public BidId send(Viewer author, JobId job) {
    return bidding.send(author, job, 1_200).id();
  }

  public void withdraw(Viewer author, JobId job) {
    own.withdraw(author.id(), job).orFail();
  }

  /** From now on the client's team sees no names. */
  public void hideNames(Viewer client, JobId job) {
    decisions.hideNames(client, job, true);
  }
}
