package org.diestra.work.tasks;

import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractId;

/** For the demo alone, implemented by the module that has money: a client who has paid already. */
public interface StagedFunding {
  /** Its price is held at once, where money is held for that contract. */
  void hold(Viewer client, ContractId contract, TaskId task);
}
