package org.diestra.hiring.jobs;

import java.time.Instant;
import java.util.List;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Deadline;
import org.springframework.stereotype.Component;

/** Until when a job stays out: a day that ends where its client is, for whoever bids is unknown. */
@Component
class Expiry {
  private final Organisations organisations;
  private final JobRules rules;

  Expiry(Organisations organisations, JobRules rules) {
    this.organisations = organisations;
    this.rules = rules;
  }

  Instant first(Job job, Instant now) {
    return after(job, now);
  }

  Instant renewed(Job job, Run run) {
    return after(job, run.expiresAt());
  }

  private Instant after(Job job, Instant from) {
    var zone = organisations.get(job.post().client()).zone();
    return Deadline.after(from, rules.openFor().toDays(), List.of(zone));
  }
}
