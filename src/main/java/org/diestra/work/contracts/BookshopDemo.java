package org.diestra.work.contracts;

import java.time.Clock;
import java.util.Comparator;
import java.util.Set;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.BidTerms;
import org.diestra.hiring.proposals.Bids;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.demo.Assistant;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** The bookshop has found somebody for its journey: a contract by the task. */
@Component
class BookshopDemo implements DemoPart {
  private final Offers offers;
  private final OfferPages pages;
  private final Bids bids;
  private final Jobs jobs;
  private final Clock clock;

  BookshopDemo(Offers offers, OfferPages pages, Bids bids, Jobs jobs, Clock clock) {
    this.offers = offers;
    this.pages = pages;
    this.bids = bids;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "contracts:bookshop";
  }

  @Override
  public int order() {
    return 42;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    var bid = bid(cast);
    var offer = offer(owner, bid.id());
    var assistant = cast.assistants().stream().filter(a -> is(cast, a, bid)).findFirst();
    var viewer = cast.viewer(assistant.orElseThrow().email());
    offers.accept(viewer, offer, 1, viewer.name()).orFail();
  }

  /** With the terms that the form proposes. */
  OfferId offer(Viewer owner, BidId bid) {
    var problems = new Problems();
    var terms =
        pages
            .proposed(owner, bid)
            .governedBy("España")
            .read(pages.currency(owner, bid), clock, problems);
    if (terms == null) {
      throw new IllegalStateException(problems.all().toString());
    }
    var signing = new Offers.Signing(null, owner.name());
    return offers.make(owner, bid, terms, new StatusCheck(Set.of()), signing).orFail();
  }

  private static boolean is(Cast cast, Assistant assistant, BidTerms bid) {
    return cast.person(assistant.email()).equals(bid.person());
  }

  /** On the job for travel alone, the bid of whoever stands first in the cast. */
  private BidTerms bid(Cast cast) {
    var travel =
        jobs.running(cast.business(Cast.CLIENT)).stream()
            .filter(job -> job.areas().equals(Set.of(Area.TRAVEL)))
            .min(Comparator.comparing(JobTerms::title))
            .orElseThrow();
    return cast.assistants().stream()
        .flatMap(a -> bids.of(travel.id(), cast.person(a.email())).stream())
        .filter(bids::interviewable)
        .map(bids::terms)
        .findFirst()
        .orElseThrow();
  }
}
