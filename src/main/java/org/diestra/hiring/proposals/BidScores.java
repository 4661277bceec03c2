package org.diestra.hiring.proposals;

import java.util.Map;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.Viewer;

/** Implemented by a module that knows what a client's team thought of people it met. */
public interface BidScores {
  /** Of those bids of a job that have any which this reader may know, in one statement. */
  Map<BidId, Score> of(JobId job, Viewer reader);

  /**
   * @param mean of all who said what they thought, 1 to 5
   * @param cards how many did
   * @param href where it can be read
   */
  record Score(double mean, int cards, String href) {}
}
