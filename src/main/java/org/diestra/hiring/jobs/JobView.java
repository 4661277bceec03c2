package org.diestra.hiring.jobs;

import java.time.LocalDate;
import java.util.List;
import org.diestra.hiring.jobs.Job.Closed;
import org.diestra.hiring.jobs.Job.Paused;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * One job as its page shows it.
 *
 * @param mine whether the reader hires for its client
 * @param operated whether the reader keeps the house
 * @param bids about how many there are, or null where no module counts them
 * @param live how many wait for a decision; only for the client, else 0
 * @param team whether others hire for the client too; only for the client
 * @param changes whether a copy with changes waits to be published; only for the client
 * @param invited whether the reader was invited
 * @param mayBid whether the reader offers services, and bids are taken
 * @param abroad about what its ceilings are in the reader's own currency; empty where that is the
 *     job's, or no rate is known
 * @param posting what search engines read: JSON-LD, or null where they should not
 */
record JobView(
    Job job,
    Terms terms,
    ClientFacts client,
    boolean mine,
    boolean operated,
    @Nullable Band bids,
    int live,
    boolean team,
    boolean changes,
    boolean invited,
    boolean mayBid,
    int renewalsLeft,
    LocalDate today,
    List<Money> abroad,
    @Nullable String posting) {
  JobId id() {
    return job.id();
  }

  String title() {
    return terms.title();
  }

  /** The first sentences on one line, for search engines and previews. */
  String summary() {
    return Excerpt.line(terms.about(), 200);
  }

  @Nullable Run run() {
    return job.clocks();
  }

  @Nullable Ending ending() {
    return job instanceof Closed closed ? closed.ending() : null;
  }

  @Nullable Pauser pausedBy() {
    return job instanceof Paused paused ? paused.by() : null;
  }

  boolean running() {
    return job.stage() == Stage.OPEN || job.stage() == Stage.PAUSED;
  }
}
