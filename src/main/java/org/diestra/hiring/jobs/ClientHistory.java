package org.diestra.hiring.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.diestra.platform.accounts.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What other modules know of a client's manners, shown beside each of its jobs. Each module that
 * knows something has one as a bean; what several say is put together.
 */
public interface ClientHistory {
  /** In one statement; clients about whom nothing is known are left out. */
  Map<OrganisationId, Part> of(Collection<OrganisationId> clients);

  /**
   * @param answered the share of bids that got a decision in time, 0–1, or null
   * @param approves the median time from delivery to approval, or null
   */
  record Part(@Nullable Double answered, @Nullable Duration approves) {}
}
