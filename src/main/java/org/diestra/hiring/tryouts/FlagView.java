package org.diestra.hiring.tryouts;

import java.time.Instant;
import java.util.List;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.tryouts.TaskStore.Flag;
import org.jspecify.annotations.Nullable;

/**
 * A flag, as an operator weighs it.
 *
 * @param client the client's name
 * @param tasks what was given out already, the oldest first
 */
record FlagView(Flag flag, JobTerms job, String client, List<Part> tasks) {
  /**
   * One of these, given out as a sample or as a trial.
   *
   * @param head the first line of the file that went with it, or null
   */
  record Part(String what, Instant at, @Nullable String head) {}

  /** Whether the job still waits for an operator. */
  boolean waits() {
    return job.stopped();
  }
}
