package org.diestra.work.time;

import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractId;

/** For the demo alone, implemented by the module that has money: what happened to it then. */
public interface StagedMoney {
  /** The client pays what is missing for the contract's hours, where money is held for them. */
  void topUp(Viewer client, ContractId contract);

  /** Weeks that are closed are billed. */
  void bill();

  /** What was billed days ago is available. */
  void mature();
}
