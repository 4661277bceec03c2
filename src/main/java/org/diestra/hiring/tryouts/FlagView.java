package org.diestra.hiring.tryouts;

import java.util.List;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.tryouts.TaskStore.Flag;

/**
 * A flag, as an operator weighs it.
 *
 * @param client the client's name
 * @param tasks what was given out already, the oldest first
 */
record FlagView(Flag flag, JobTerms job, String client, List<Task> tasks) {
  /** Whether the job still waits for an operator. */
  boolean waits() {
    return job.stopped();
  }
}
