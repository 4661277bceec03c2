package org.diestra.hiring.tryouts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.SentBids;
import org.diestra.hiring.talent.Assistants;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.springframework.stereotype.Component;

/** Asks for samples in tests. */
@Component
class Samplers {
  static final String TASK =
      "Sort these six invented receipts by date, and say which you would ask about.";

  private final Asking asking;
  private final TryoutStore store;
  private final SentBids sent;
  private final Assistants assistants;
  private final TryoutPages pages;

  Samplers(
      Asking asking, TryoutStore store, SentBids sent, Assistants assistants, TryoutPages pages) {
    this.asking = asking;
    this.store = store;
    this.sent = sent;
    this.assistants = assistants;
    this.pages = pages;
  }

  /** Somebody new who has bid for that job. */
  Bidder bidder(JobId job, String name) {
    var viewer = assistants.published(name);
    return new Bidder(viewer, sent.send(viewer, job));
  }

  record Bidder(Viewer viewer, BidId bid) {}

  Outcome<Asking.Answer> tryAsk(Viewer client, JobId job, String what, Bidder... bidders) {
    Set<BidId> bids = Stream.of(bidders).map(Bidder::bid).collect(Collectors.toSet());
    return asking.ask(client, job, new Draft(what, 10, due(client), bids), null, null);
  }

  Asked ask(Viewer client, JobId job, Bidder bidder) {
    tryAsk(client, job, TASK, bidder).orFail();
    return now(bidder);
  }

  /** The newest sample of that bid. */
  Asked now(Bidder bidder) {
    return store.of(List.of(bidder.bid())).getFirst();
  }

  LocalDate due(Viewer client) {
    return pages.today(client).plusDays(5);
  }
}
