package org.diestra.hiring.proposals;

import java.util.List;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/**
 * What becomes of the bookshop's bids, so that each stage can be looked at: some are withdrawn or
 * declined, some are confirmed after the job has changed, one is not, and one is still being
 * written. Offers, contracts and the bids that lose by them come with the contracts.
 */
@Component
class StagesDemo implements DemoPart {
  private final Jobs jobs;
  private final BidStore bids;
  private final OwnBids own;
  private final Decisions decisions;
  private final BidExpiry expiry;

  StagesDemo(Jobs jobs, BidStore bids, OwnBids own, Decisions decisions, BidExpiry expiry) {
    this.jobs = jobs;
    this.bids = bids;
    this.own = own;
    this.decisions = decisions;
    this.expiry = expiry;
  }

  @Override
  public String name() {
    return "proposals:stages";
  }

  @Override
  public int order() {
    return 34;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    for (var job : jobs.running(cast.business(Cast.CLIENT))) {
      var open = bids.live(job.id());
      var stale = open.stream().filter(b -> b.stage() instanceof Stage.Stale).toList();
      if (stale.isEmpty()) {
        decide(owner, job, open);
      } else {
        answer(job, stale);
      }
    }
    begin(cast);
  }

  private void decide(Viewer owner, JobTerms job, List<Bid> open) {
    var undecided = open.stream().filter(b -> b.stage() instanceof Stage.Submitted).toList();
    if (undecided.size() > 4) {
      own.withdraw(undecided.get(1).person(), job.id()).orFail();
      decisions.decline(owner, job.id(), undecided.get(3).id(), DeclineReason.START).orFail();
    }
  }

  /** The first runs out, the second is left to its author, the others say that they stand. */
  private void answer(JobTerms job, List<Bid> stale) {
    if (stale.getFirst().stage() instanceof Stage.Stale late) {
      expiry.stale(stale.getFirst().id(), late.until());
    }
    for (var bid : stale.subList(Math.min(2, stale.size()), stale.size())) {
      own.confirm(bid.person(), job.id(), job.edition()).orFail();
    }
  }

  /** The assistant in Bogotá has begun to write for the practice. */
  private void begin(Cast cast) {
    var author = cast.viewer(Cast.ASSISTANT);
    jobs.running(cast.business(Cast.PRACTICE)).stream()
        .filter(job -> bids.own(job.id(), author.id()).isEmpty())
        .findFirst()
        .ifPresent(
            job -> own.keep(author.id(), job.id(), BidForm.blank(job, author.name())).orFail());
  }
}
