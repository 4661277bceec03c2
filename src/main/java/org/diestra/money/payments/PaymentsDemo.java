package org.diestra.money.payments;

import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.StagedFunding;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Component;

/** The demo's clients pay at the pretend bank, which for once answers at once. */
@Component
public class PaymentsDemo implements StagedFunding {
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
    pay(client, Subject.task(contract, task));
  }

  /** Begins a payment, and leaves it there; empty where there is nothing to pay. */
  public Optional<UUID> begin(Viewer client, Subject subject) {
    return plans.of(subject.contract()).isEmpty()
        ? Optional.empty()
        : payIns
            .open(client, subject)
            .fold(payIn -> Optional.of(payIn.facts().id()), why -> Optional.empty());
  }

  /** Pays what is missing, where money is held for that contract. */
  public void pay(Viewer client, Subject subject) {
    if (plans.of(subject.contract()).isEmpty()) {
      return;
    }
    var id = payIns.open(client, subject).orFail().facts().id();
    payIns.send(client, id).orFail();
    bank.payAtOnce(id);
    payIns.look(id);
  }
}
