package org.diestra.hiring.proposals;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.diestra.hiring.jobs.Band;
import org.diestra.hiring.jobs.Bidders;
import org.diestra.hiring.jobs.Ending;
import org.diestra.hiring.jobs.JobId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What jobs know of their bidders, and what bidders learn of their job. */
@Component
class JobBidders implements Bidders {
  private final RoundStore rounds;
  private final BidStore bids;
  private final BidFigures figures;
  private final BidMoves moves;
  private final BidDeadlines deadlines;
  private final BidNotices notices;
  private final Clock clock;

  JobBidders(
      RoundStore rounds,
      BidStore bids,
      BidFigures figures,
      BidMoves moves,
      BidDeadlines deadlines,
      BidNotices notices,
      Clock clock) {
    this.rounds = rounds;
    this.bids = bids;
    this.figures = figures;
    this.moves = moves;
    this.deadlines = deadlines;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public int live(JobId job) {
    return bids.countLive(job);
  }

  @Override
  public int any(JobId job) {
    return bids.countSent(job);
  }

  @Override
  public Map<JobId, Band> bands(Collection<JobId> jobs) {
    return figures.bands(jobs);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void edited(JobId job, int edition) {
    rounds.lock(job);
    var now = clock.instant();
    var until = deadlines.confirmBy(now);
    var title = notices.title(job);
    for (var bid : bids.live(job)) {
      switch (bid.stage()) {
        case Stage.Standing stage -> outdate(bid, stage.outdate(now, until), title);
        case Stage.Stale stage -> outdate(bid, stage.again(now, until), title);
        default -> {} // on offer: its terms are the offer's now
      }
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void raised(JobId job) {
    var title = notices.title(job);
    bids.live(job).forEach(bid -> notices.raised(bid, title));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void closed(JobId job, Ending ending) {
    rounds.lock(job);
    var now = clock.instant();
    var live = bids.live(job);
    int sent = bids.countSent(job);
    var title = notices.title(job);
    var medians = figures.medians(job);
    for (var bid : live) {
      switch (bid.stage()) {
        case Stage.Offered o -> {} // the offer stands until it is answered
        case Stage.Live stage ->
            notices.closed(lose(bid, stage, ending, now), title, ending, sent, medians);
        default -> throw new IllegalStateException("not live: " + bid.id());
      }
    }
  }

  /** To close is to answer, but a job that runs out without a word has answered nobody. */
  private Bid lose(Bid bid, Stage.Live stage, Ending ending, Instant now) {
    boolean silent = ending == Ending.EXPIRED;
    if (silent && bid.undecided()) {
      bids.miss(bid.id(), now);
    }
    var lost = bid.at(stage.lose(now));
    return moves.make(bid, silent ? lost : lost.answered(now), "lose", null);
  }

  private void outdate(Bid bid, Stage.Stale stage, String title) {
    notices.outdated(moves.make(bid, bid.at(stage), "outdate", null), title, stage.until());
  }
}
