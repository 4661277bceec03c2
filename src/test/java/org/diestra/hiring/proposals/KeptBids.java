package org.diestra.hiring.proposals;

import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Component;

/** Bids as the tests of later modules need them: before a client who wants a closer look. */
@Component
public class KeptBids {
  private final Bidding bidding;
  private final Decisions decisions;
  private final OwnBids own;

  KeptBids(Bidding bidding, Decisions decisions, OwnBids own) {
    this.bidding = bidding;
    this.decisions = decisions;
    this.own = own;
  }

  /** A job of that client's, for bookkeeping by the hour. */
  public JobId job(Viewer client) {
    return bidding.posted.hourly(client);
  }

  public BidId sent(Viewer author, JobId job) {
    return bidding.send(author, job, 1_200).id();
  }

  public BidId kept(Viewer client, Viewer author, JobId job) {
    var bid = sent(author, job);
    decisions.keep(client, job, bid).orFail();
    return bid;
  }

  public void hideNames(Viewer client, JobId job) {
    decisions.hideNames(client, job, true);
  }

  public String state(Viewer author, JobId job) {
    return bidding.state(author, job).name();
  }

  public void withdraw(Viewer author, JobId job) {
    own.withdraw(author.id(), job).orFail();
  }
}
