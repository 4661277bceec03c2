package org.diestra.work.tasks;

import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Doing.Handed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** For the demo alone: both sides do at once what otherwise takes days. */
@Component
public class StagedWork {
  private final Tasks tasks;
  private final Doing doing;
  private final Reviews reviews;
  private final ObjectProvider<StagedFunding> funding; // of the module that has money

  StagedWork(Tasks tasks, Doing doing, Reviews reviews, ObjectProvider<StagedFunding> funding) {
    this.tasks = tasks;
    this.doing = doing;
    this.reviews = reviews;
    this.funding = funding;
  }

  /** An agreed task is paid for, begun, delivered with these words, and approved. */
  public void done(
      Viewer client, Viewer assistant, ContractId contract, TaskId task, String words) {
    funding.ifAvailable(money -> money.hold(client, contract, task));
    doing.start(assistant, task, seen(contract, task)).orFail();
    var handed = new Handed(words, List.of(), List.of());
    doing.deliver(assistant, task, seen(contract, task), handed).orFail();
    reviews.approve(client, task, seen(contract, task), null).orFail();
  }

  private int seen(ContractId contract, TaskId task) {
    return tasks.get(contract, task).facts().version();
  }
}
