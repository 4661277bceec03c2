package org.diestra.hiring.jobs;

import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** The job that the bookshop's work by the hour began with, some weeks ago. */
@Component
class FilledDemo implements DemoPart {
  private final JobsDemo jobs;
  private final Past past;

  FilledDemo(JobsDemo jobs, Past past) {
    this.jobs = jobs;
    this.past = past;
  }

  @Override
  public String name() {
    return "jobs:hours";
  }

  @Override
  public String scene() {
    return "hours";
  }

  @Override
  public int order() {
    return 21;
  }

  @Override
  public void play(Cast cast) {
    var zone = cast.viewer(Cast.CLIENT).zone();
    var posted = past.monday().minusDays(17).atTime(18, 20).atZone(zone).toInstant();
    past.run(posted, () -> jobs.post(cast, JobsDemo.text("past.data.txt")));
  }
}
