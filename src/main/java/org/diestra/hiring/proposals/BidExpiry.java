package org.diestra.hiring.proposals;

import java.time.Clock;
import java.time.Instant;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a bid when nobody says anything. Safe to repeat. */
@Service
class BidExpiry {
  private final RoundStore rounds;
  private final BidStore bids;
  private final BidMoves moves;
  private final BidNotices notices;
  private final Audit audit;
  private final Clock clock;

  BidExpiry(
      RoundStore rounds,
      BidStore bids,
      BidMoves moves,
      BidNotices notices,
      Audit audit,
      Clock clock) {
    this.rounds = rounds;
    this.bids = bids;
    this.moves = moves;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** A bid that its author did not confirm runs out, and its place is free. */
  @Transactional
  public void stale(BidId id, Instant due) {
    bids.find(id)
        .ifPresent(found -> {
          var round = rounds.lock(found.job());
          var bid = bids.find(id).orElseThrow();
          if (bid.stage() instanceof Stage.Stale stale && !stale.until().isAfter(due)) {
            var now = clock.instant();
            var next = moves.make(bid, bid.at(stale.expire(now)), "expire", null);
            notices.expired(next);
            moves.fill(bid.job(), round, now);
          }
        });
  }

  /** The client did not decide in time; that is kept for its public response rate. */
  @Transactional
  public void undecided(BidId id, Instant due) {
    bids.find(id)
        .filter(bid -> bid.stage() instanceof Stage.Submitted && due.equals(bid.decideBy()))
        .filter(bid -> bids.miss(id, clock.instant()))
        .ifPresent(bid -> {
          audit.record(
              Deed.of("proposals", "no-response")
                  .onBehalfOf(bid.organisation().value())
                  .on("bid", id.value()));
          notices.overdue(bid);
        });
  }
}
