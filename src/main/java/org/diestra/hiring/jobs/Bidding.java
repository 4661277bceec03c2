package org.diestra.hiring.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whoever receives bids, as one; also while there is nobody yet. */
@Component
class Bidding {
  private final ObjectProvider<Bidders> all; // which need this module's door themselves

  Bidding(ObjectProvider<Bidders> all) {
    this.all = all;
  }

  /** Whether bids can be made at all. */
  boolean possible() {
    return all.stream().findAny().isPresent();
  }

  int live(JobId job) {
    return all.stream().mapToInt(bidders -> bidders.live(job)).sum();
  }

  int any(JobId job) {
    return all.stream().mapToInt(bidders -> bidders.any(job)).sum();
  }

  void edited(JobId job, int edition) {
    all.forEach(bidders -> bidders.edited(job, edition));
  }

  void raised(JobId job) {
    all.forEach(bidders -> bidders.raised(job));
  }

  void closed(JobId job, Ending ending) {
    all.forEach(bidders -> bidders.closed(job, ending));
  }

  /** For each of the jobs, also those without a bid. */
  Map<JobId, Band> bands(Collection<JobId> jobs) {
    var found = new HashMap<JobId, Band>();
    jobs.forEach(job -> found.put(job, Band.FEW));
    all.forEach(bidders -> found.putAll(bidders.bands(jobs)));
    return found;
  }
}
