package org.diestra.hiring.proposals;

import java.util.Set;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.base.Area;
import org.diestra.platform.demo.Assistant;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** The assistant in Manila bid for the practice's work by the month, and was kept. */
@Component
class MonthlyDemo implements DemoPart {
  private final ProposalsDemo others;
  private final Decisions decisions;
  private final Jobs jobs;
  private final Past past;

  MonthlyDemo(ProposalsDemo others, Decisions decisions, Jobs jobs, Past past) {
    this.others = others;
    this.decisions = decisions;
    this.jobs = jobs;
    this.past = past;
  }

  @Override
  public String name() {
    return "proposals:month";
  }

  @Override
  public String scene() {
    return "month";
  }

  @Override
  public int order() {
    return 29;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.PRACTICE);
    var assistant =
        cast.assistants().stream()
            .filter(a -> a.email().equals(Cast.ASSISTANT_4))
            .findFirst()
            .orElseThrow();
    var job =
        jobs.running(cast.business(Cast.PRACTICE)).stream()
            .filter(it -> it.areas().equals(Set.of(Area.APPOINTMENTS)))
            .findFirst()
            .orElseThrow();
    var monday = past.monday();
    var sent = monday.minusDays(21).atTime(16, 10).atZone(assistant.zone()).toInstant();
    var bid = past.call(sent, () -> bid(cast, job, assistant)).id();
    var kept = monday.minusDays(18).atTime(12, 5).atZone(owner.zone()).toInstant();
    past.run(kept, () -> decisions.keep(owner, job.id(), bid).orFail());
  }

  private Bid bid(Cast cast, JobTerms job, Assistant assistant) {
    return others.bid(cast, job, assistant, past.monday().minusDays(7)).orElseThrow();
  }
}
