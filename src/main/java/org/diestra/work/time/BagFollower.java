package org.diestra.work.time;

import org.diestra.work.contracts.ContractId;

/** What must follow the months of a retainer: a bean of the module that has money. */
public interface BagFollower {
  /** A month began, was drawn from or was closed; called within the transaction of that. */
  void moved(ContractId contract);
}
