package org.diestra.work.engagements;

import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;

/** What must be held before work begins: implemented by the module that has money. */
public interface StartFunds {
  /** What is still to come in, zero once all is held; empty where nothing is needed. */
  Optional<Money> missing(ContractId contract);
}
