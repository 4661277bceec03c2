package org.diestra.work.contracts;

import java.util.Set;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.Bids;
import org.diestra.platform.base.Area;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** The bookshop and the assistant in Bogotá have signed a contract by the hour, weeks ago. */
@Component
class HourlyDemo implements DemoPart {
  private final BookshopDemo bookshop;
  private final Offers offers;
  private final Bids bids;
  private final Jobs jobs;
  private final Past past;

  HourlyDemo(BookshopDemo bookshop, Offers offers, Bids bids, Jobs jobs, Past past) {
    this.bookshop = bookshop;
    this.offers = offers;
    this.bids = bids;
    this.jobs = jobs;
    this.past = past;
  }

  @Override
  public String name() {
    return "contracts:hours";
  }

  @Override
  public String scene() {
    return "hours";
  }

  @Override
  public int order() {
    return 23;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    var assistant = cast.viewer(Cast.ASSISTANT);
    var bid = bid(cast);
    var monday = past.monday();
    var offered = monday.minusDays(7).atTime(20, 15).atZone(owner.zone()).toInstant();
    var offer = past.call(offered, () -> bookshop.offer(owner, bid));
    var signed = monday.minusDays(6).atTime(9, 40).atZone(assistant.zone()).toInstant();
    past.run(signed, () -> offers.accept(assistant, offer, 1, assistant.name()).orFail());
  }

  private BidId bid(Cast cast) {
    return jobs.running(cast.business(Cast.CLIENT)).stream()
        .filter(job -> job.areas().equals(Set.of(Area.ADMIN, Area.BOOKKEEPING)))
        .map(JobTerms::id)
        .flatMap(job -> bids.of(job, cast.person(Cast.ASSISTANT)).stream())
        .findFirst()
        .orElseThrow();
  }
}
