package org.diestra.work.contracts;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.Bids;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** The demo's contracts: one signed by both, and one offer that waits for its answer. */
@Component
class ContractsDemo implements DemoPart {
  private final Offers offers;
  private final OfferPages pages;
  private final Bids bids;
  private final Jobs jobs;
  private final Clock clock;

  ContractsDemo(Offers offers, OfferPages pages, Bids bids, Jobs jobs, Clock clock) {
    this.offers = offers;
    this.pages = pages;
    this.bids = bids;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "contracts:signed";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void play(Cast cast) {
    var signed = offer(cast, Cast.STUDIO, Cast.ASSISTANT_4, "México");
    offers.accept(cast.viewer(Cast.ASSISTANT_4), signed, 1, name(cast, Cast.ASSISTANT_4)).orFail();
    offer(cast, Cast.PRACTICE, Cast.ASSISTANT_3, "Ireland");
  }

  /** The client's offer on a bid of that assistant, with the terms the form proposes. */
  private OfferId offer(Cast cast, String client, String assistant, String law) {
    var by = cast.viewer(client);
    var bid = bid(cast, client, cast.person(assistant));
    var proposed = pages.proposed(by, bid);
    var problems = new Problems();
    var currency = pages.currency(by, bid);
    var terms = proposed.governedBy(law).read(currency, clock, problems);
    if (terms == null) {
      throw new IllegalStateException(problems.all().toString());
    }
    return offers.make(by, bid, terms, new StatusCheck(Set.of()), signing(by)).orFail();
  }

  private BidId bid(Cast cast, String client, PersonId person) {
    return jobs.running(cast.business(client)).stream()
        .sorted(Comparator.comparing(JobTerms::title))
        .map(job -> bids.of(job.id(), person))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static Offers.Signing signing(Viewer by) {
    return new Offers.Signing(null, by.name());
  }

  private static String name(Cast cast, String email) {
    return cast.viewer(email).name();
  }
}
