package org.diestra.money.payments;

import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.StagedFunding;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Component;

/** The demo's clients pay at the pretend bank, which for once answers at once. */
@Component
class PaymentsDemo implements StagedFunding {
  private final Plans plans;
  private final PayIns payIns;
  private final PretendBank bank;

  PaymentsDemo(Plans plans, PayIns payIns, PretendBank bank) {
    this.plans = plans;
    this.payIns = payIns;
    this.bank = bank;
  }

  @Override
  public void hold(Viewer client, ContractId contract, TaskId task) {
    if (plans.of(contract).isEmpty()) {
      return;
    }
    var id = payIns.open(client, Subject.task(contract, task)).orFail().facts().id();
    payIns.send(client, id).orFail();
    bank.payAtOnce(id);
    payIns.look(id);
  }
}
