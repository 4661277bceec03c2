package org.diestra.work.time;

import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people in to a contract's hours. */
@Component
class Desks {
  private final Contracts contracts;
  private final PlanStore plans;
  private final Engagements engagements;
  private final Accounts accounts;

  Desks(Contracts contracts, PlanStore plans, Engagements engagements, Accounts accounts) {
    this.contracts = contracts;
    this.plans = plans;
    this.engagements = engagements;
    this.accounts = accounts;
  }

  /**
   * @throws NotFound if the contract is not this person's to see
   */
  @Transactional(readOnly = true)
  public Desk enter(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    return new Desk(
        viewer,
        contract,
        engagements.get(id),
        plans.find(id).map(PlanStore.Plan::tariff).orElse(null),
        accounts.contact(contract.assistant()).orElseThrow(NotFound::new));
  }

  /** The assistant's own, where the house acts for somebody whose timer runs. */
  Desk of(Running running) {
    return enter(accounts.viewer(running.person()).orElseThrow(NotFound::new), running.contract());
  }
}
