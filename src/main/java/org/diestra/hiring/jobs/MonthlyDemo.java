package org.diestra.hiring.jobs;

import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** The job that the practice's work by the month began with, two months ago. */
@Component
class MonthlyDemo implements DemoPart {
  private final JobsDemo jobs;
  private final Past past;

  MonthlyDemo(JobsDemo jobs, Past past) {
    this.jobs = jobs;
    this.past = past;
  }

  @Override
  public String name() {
    return "jobs:month";
  }

  @Override
  public String scene() {
    return "month";
  }

  @Override
  public int order() {
    return 28;
  }

  @Override
  public void play(Cast cast) {
    var zone = cast.viewer(Cast.PRACTICE).zone();
    var posted = past.monday().minusDays(24).atTime(18, 20).atZone(zone).toInstant();
    past.run(posted, () -> jobs.post(cast, JobsDemo.text("month.data.txt")));
  }
}
