package org.diestra.hiring.jobs;

import java.util.Collection;
import java.util.Map;

/**
 * Those who bid for a job, as far as a job has to know: answered by the module that keeps the bids,
 * in the transaction of the job's own change.
 */
public interface Bidders {
  /** How many bids wait for the client's decision. */
  int live(JobId job);

  /** How many bids there ever were, withdrawn ones included. */
  int any(JobId job);

  /** The terms changed: each live bid has to be confirmed anew. */
  void edited(JobId job, int edition);

  /** A ceiling went up; nobody has to do anything. */
  void raised(JobId job);

  /** It is over: the live bids are, too, and each bidder is told within the hour. */
  void closed(JobId job, Ending ending);

  /**
   * About how many live bids each of these jobs has, in one statement; a job without is left out.
   */
  Map<JobId, Band> bands(Collection<JobId> jobs);
}
