package org.diestra.hiring.tryouts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;

/**
 * What bidders were given to do elsewhere, so that work in slices is seen across all of it:
 * implemented by a module above that gives out work before a contract.
 */
public interface GivenElsewhere {
  /** What this client gave out, for that job ever and for others since then; at most 200. */
  List<Given> of(OrganisationId client, JobId job, Instant since);

  /** Those of these ids that are its own, whoever asks; for an operator who weighs a flag. */
  List<Given> all(Collection<UUID> ids);

  /**
   * @param what it was, as it was asked for
   */
  record Given(UUID id, String what, PersonId bidder, Instant at) {}
}
