package org.diestra.work.trials;

import java.time.Instant;
import java.util.List;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.tryouts.GivenElsewhere;
import org.diestra.platform.accounts.OrganisationId;
import org.springframework.stereotype.Component;

/** Trials count where work is given to bidders in slices, though they are paid. */
@Component
class TrialsGiven implements GivenElsewhere {
  private static final int MOST = 200;
  private final TrialStore store;

  TrialsGiven(TrialStore store) {
    this.store = store;
  }

  /** Called within the request of somebody who hires for that client. */
  @Override
  public List<Given> of(OrganisationId client, JobId job, Instant since) {
    return store.given(client, job, since, MOST);
  }
}
