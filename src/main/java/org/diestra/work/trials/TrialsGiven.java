package org.diestra.work.trials;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.tryouts.GivenElsewhere;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Trials count where work is given to bidders in slices, though they are paid. */
@Component
class TrialsGiven implements GivenElsewhere {
  private static final int MOST = 200;
  private final TrialStore store;
  private final HouseRights house;

  TrialsGiven(TrialStore store, HouseRights house) {
    this.store = store;
    this.house = house;
  }

  /** Called within the request of somebody who hires for that client. */
  @Override
  public List<Given> of(OrganisationId client, JobId job, Instant since) {
    return store.given(client, job, since, MOST);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Given> all(Collection<UUID> ids) {
    return house.call(() -> store.given(ids));
  }
}
