package org.diestra.hiring.jobs;

import org.diestra.hiring.jobs.Volume.Rhythm;
import org.diestra.hiring.jobs.Volume.Span;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.springframework.stereotype.Component;

/** Jobs that take bids, for the tests of those who bid, compare and hire. */
@Component
public class PostedJobs {
  private final Posts posts;
  private final Life life;

  PostedJobs(Posts posts, Life life) {
    this.posts = posts;
    this.life = life;
  }

  /** Bookkeeping for up to €14 an hour, 8 hours a week, with one question. */
  public JobId hourly(Viewer client) {
    return posts.open(client);
  }

  /** The same, also for up to €30 a task, of which there are 12 a month. */
  public JobId either(Viewer client) {
    var plain = Posts.sketch();
    return posts.open(
        client,
        plain.withConditions(
            new Pay(Money.of(1400, "EUR"), Money.of(3000, "EUR")),
            new Volume(8, 12, Rhythm.MONTH, Span.ONGOING),
            plain.languages(),
            Overlap.NONE,
            null));
  }

  /** Publishes another edition, which says something else about the work. */
  public void change(Viewer client, JobId job) {
    posts.revise(
        client, job, s -> s.withWork(s.title(), s.about() + " And the till, too.", s.areas()));
  }

  /** What the client asks of each bidder, by its key. */
  public String question(JobId job) {
    return posts.inForce(job).questions().getFirst().key();
  }

  public void raise(Viewer client, JobId job, Money hourly) {
    life.pay(client, job, new Pay(hourly, null)).orFail();
  }

  public void close(Viewer client, JobId job) {
    life.close(client, job, Ending.NO_FIT).orFail();
  }

  public void pause(Viewer client, JobId job) {
    life.pause(client, job).orFail();
  }
}
