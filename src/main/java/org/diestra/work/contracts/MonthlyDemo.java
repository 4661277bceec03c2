package org.diestra.work.contracts;

import java.time.Clock;
import java.util.Set;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.Bids;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** The practice and the assistant in Manila have signed a contract by the month, weeks ago. */
@Component
class MonthlyDemo implements DemoPart {
  private static final int HOURS = 20;
  private static final int ROLLOVER = 5;
  private final Offers offers;
  private final OfferPages pages;
  private final Bids bids;
  private final Jobs jobs;
  private final Past past;
  private final Clock clock;

  MonthlyDemo(Offers offers, OfferPages pages, Bids bids, Jobs jobs, Past past, Clock clock) {
    this.offers = offers;
    this.pages = pages;
    this.bids = bids;
    this.jobs = jobs;
    this.past = past;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "contracts:month";
  }

  @Override
  public String scene() {
    return "month";
  }

  @Override
  public int order() {
    return 31;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.PRACTICE);
    var assistant = cast.viewer(Cast.ASSISTANT_4);
    var bid = bid(cast);
    var monday = past.monday();
    var offered = monday.minusDays(14).atTime(17, 15).atZone(owner.zone()).toInstant();
    var offer = past.call(offered, () -> offer(owner, bid));
    var signed = monday.minusDays(13).atTime(15, 40).atZone(assistant.zone()).toInstant();
    past.run(signed, () -> offers.accept(assistant, offer, 1, assistant.name()).orFail());
  }

  private BidId bid(Cast cast) {
    return jobs.running(cast.business(Cast.PRACTICE)).stream()
        .filter(job -> job.areas().equals(Set.of(Area.APPOINTMENTS)))
        .map(JobTerms::id)
        .flatMap(job -> bids.of(job, cast.person(Cast.ASSISTANT_4)).stream())
        .findFirst()
        .orElseThrow();
  }

  /** With the terms that the form proposes, but paid by the month. */
  private OfferId offer(Viewer owner, BidId bid) {
    var problems = new Problems();
    var currency = pages.currency(owner, bid);
    var terms = pages.proposed(owner, bid).governedBy("Ireland").read(currency, clock, problems);
    if (terms == null) {
      throw new IllegalStateException(problems.all().toString());
    }
    var price = new Money(26_000, currency);
    var pay = new Pay(currency, null, null, new Pay.Retainer(HOURS, price, ROLLOVER));
    var signing = new Offers.Signing(null, owner.name());
    return offers.make(owner, bid, paid(terms, pay), new StatusCheck(Set.of()), signing).orFail();
  }

  private static Terms paid(Terms terms, Pay pay) {
    return new Terms(
        terms.title(),
        terms.scope(),
        terms.duties(),
        pay,
        terms.start(),
        terms.reviewDays(),
        terms.revisionRounds(),
        terms.noticeDays(),
        terms.responseHours(),
        terms.property(),
        terms.confidential(),
        terms.personalData(),
        terms.manual(),
        terms.language(),
        terms.law());
  }
}
