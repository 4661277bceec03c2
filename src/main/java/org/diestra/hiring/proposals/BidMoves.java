package org.diestra.hiring.proposals;

import java.time.Instant;
import java.util.List;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one way a bid gets from stage to stage: kept, recorded, and followed by the clock. Whoever
 * calls holds the lock of the job's round.
 */
@Component
class BidMoves {
  private final BidStore bids;
  private final BidDeadlines deadlines;
  private final BidNotices notices;
  private final ObjectProvider<BidEnds> ends; // which need us, too
  private final Audit audit;
  private final ApplicationEventPublisher events;

  BidMoves(
      BidStore bids,
      BidDeadlines deadlines,
      BidNotices notices,
      ObjectProvider<BidEnds> ends,
      Audit audit,
      ApplicationEventPublisher events) {
    this.bids = bids;
    this.deadlines = deadlines;
    this.notices = notices;
    this.ends = ends;
    this.audit = audit;
    this.events = events;
  }

  /**
   * @param by who did it; null for the house
   */
  Bid make(Bid was, Bid moved, String action, @Nullable PersonId by) {
    var next = deadlines.arrived(moved);
    bids.move(was, next);
    audit.record(
        Deed.of("proposals", action)
            .by(by == null ? null : by.value())
            .onBehalfOf(next.organisation().value())
            .on("bid", next.id().value())
            .moved(was.state().name(), next.state().name()));
    deadlines.follow(was, next);
    if (was.live() && !next.live()) {
      events.publishEvent(new BidOver(next.id()));
    }
    if (!next.live() && !(next.stage() instanceof Stage.Won)) {
      ends.forEach(each -> each.ended(next.id()));
    }
    return next;
  }

  /** Brings those who wait longest before the client, as far as places are free. */
  List<Bid> fill(JobId job, Round round, Instant at) {
    int free = round.places() - bids.placesTaken(job);
    if (free <= 0) {
      return List.of();
    }
    return bids.nextInLine(job, free).stream().map(bid -> promote(bid, at)).toList();
  }

  private Bid promote(Bid bid, Instant at) {
    if (!(bid.stage() instanceof Stage.Waitlisted waiting)) {
      throw new IllegalStateException("not in line: " + bid.id());
    }
    var next = make(bid, bid.at(waiting.promote(at)), "promote", null);
    notices.promoted(next);
    return next;
  }

  boolean placeFree(JobId job, Round round) {
    return bids.placesTaken(job) < round.places();
  }
}
