package org.diestra.work.contracts;

import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.PersonId;

/**
 * What must happen together with a contract: a bean of a module above. It is called within the
 * transaction of the second signature.
 */
public interface ContractFollower {
  void signed(Signed contract);

  /**
   * A contract that both have just signed.
   *
   * @param job whose bid it came from
   * @param client who made the offer for the client
   */
  record Signed(Contract contract, Terms terms, JobId job, PersonId client) {}
}
