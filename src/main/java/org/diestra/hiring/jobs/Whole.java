package org.diestra.hiring.jobs;

import java.util.List;
import org.diestra.platform.accounts.OrganisationId;

/** A job and what it says: the edition in force or, while it was never published, the draft. */
record Whole(Job job, Sketch sketch) {
  JobId id() {
    return job.id();
  }

  OrganisationId client() {
    return job.post().client();
  }

  /** What is in force; only for a job that was handed in. */
  Terms terms() {
    return sketch.complete().orElseThrow(() -> new IllegalStateException("incomplete: " + id()));
  }

  JobTerms door() {
    var run = job.clocks();
    return new JobTerms(
        id(),
        client(),
        job.post().edition(),
        job.stage(),
        job.post().hidden() != null,
        job instanceof Job.Paused paused && paused.by() == Pauser.HOUSE,
        terms(),
        run == null ? null : run.openedAt(),
        run == null ? null : run.expiresAt());
  }

  static List<JobId> ids(List<Whole> jobs) {
    return jobs.stream().map(Whole::id).toList();
  }
}
