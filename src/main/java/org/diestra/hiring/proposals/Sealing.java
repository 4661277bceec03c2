package org.diestra.hiring.proposals;

import org.diestra.hiring.jobs.JobTerms;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bids are sealed: the client's hiring team reads them, and each author the own one. */
@Component
class Sealing {
  private final Audit audit;

  Sealing(Audit audit) {
    this.audit = audit;
  }

  /**
   * Whether the reader is of the team; an operator is let in, and it is recorded.
   *
   * @throws NotFound for everybody else
   */
  boolean open(Viewer viewer, JobTerms job) {
    return open(viewer, job, null);
  }

  /** The same for one bid, by name in the record. */
  boolean open(Viewer viewer, JobTerms job, @Nullable Bid bid) {
    if (viewer.hiresFor(job.organisation())) {
      return true;
    }
    if (!viewer.operator()) {
      throw new NotFound();
    }
    var look =
        Deed.of("proposals", "operator-read")
            .by(viewer.id().value())
            .onBehalfOf(job.organisation().value())
            .on("job", job.id().value());
    audit.record(bid == null ? look : look.with("bid", bid.id().toString()));
    return false;
  }
}
