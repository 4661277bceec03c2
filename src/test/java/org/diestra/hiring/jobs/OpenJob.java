package org.diestra.hiring.jobs;

import java.util.List;
import java.util.Set;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.springframework.stereotype.Component;

/** Lets tests of other modules post jobs. */
@Component
public class OpenJob {
  private final Posts posts;
  private final Life life;

  OpenJob(Posts posts, Life life) {
    this.posts = posts;
    this.life = life;
  }

  /** Eight hours a week in an area, in Spanish C1, three hours shared with mornings in Madrid. */
  public JobId post(Viewer client, String title, Area area, Money hourly) {
    var sketch = Posts.sketch();
    return posts.open(
        client,
        sketch
            .withWork(title, sketch.about(), Set.of(area))
            .withConditions(
                new Pay(hourly, null),
                new Volume(8, 0, Volume.Rhythm.ONCE, Volume.Span.ONGOING),
                List.of(new Fluency("es", Fluency.Level.C1)),
                java.util.Objects.requireNonNull(sketch.overlap()),
                null));
  }

  public void close(Viewer client, JobId job) {
    life.close(client, job, Ending.CANCELLED).orFail();
  }
}
