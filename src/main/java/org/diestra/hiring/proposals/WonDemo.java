package org.diestra.hiring.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.base.Area;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** Who bid for the bookshop's work by the hour; the one it will choose is kept. */
@Component
class WonDemo implements DemoPart {
  private static final int BIDS = 3;
  private final ProposalsDemo others;
  private final Decisions decisions;
  private final Jobs jobs;
  private final Past past;

  WonDemo(ProposalsDemo others, Decisions decisions, Jobs jobs, Past past) {
    this.others = others;
    this.decisions = decisions;
    this.jobs = jobs;
    this.past = past;
  }

  @Override
  public String name() {
    return "proposals:hours";
  }

  @Override
  public String scene() {
    return "hours";
  }

  @Override
  public int order() {
    return 22;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    var monday = past.monday();
    var job = job(cast);
    var bidders =
        cast.assistants().stream()
            .filter(a -> a.locale().equals("es") && a.areas().contains(Area.ADMIN))
            .limit(BIDS)
            .toList();
    var sent = new ArrayList<BidId>(); // the first in the cast is the assistant in Bogotá
    for (int i = 0; i < bidders.size(); i++) {
      var assistant = bidders.get(i);
      var hour = monday.minusDays(15 - i).atTime(assistant.from(), 35).atZone(assistant.zone());
      var bid = past.call(hour.toInstant(), () -> others.bid(cast, job, assistant, monday));
      sent.add(bid.orElseThrow().id());
    }
    var kept = monday.minusDays(10).atTime(19, 5).atZone(owner.zone()).toInstant();
    past.run(kept, () -> decisions.keep(owner, job.id(), sent.getFirst()).orFail());
  }

  /** The one for the office and its books. */
  private JobTerms job(Cast cast) {
    return jobs.running(cast.business(Cast.CLIENT)).stream()
        .filter(job -> job.areas().equals(Set.of(Area.ADMIN, Area.BOOKKEEPING)))
        .min(Comparator.comparing(JobTerms::title))
        .orElseThrow();
  }
}
