package org.diestra.work.tasks;

import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Doing.Handed;
import org.diestra.work.tasks.Work.Criterion;
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

  /**
   * A piece of work for the demo.
   *
   * @param criterion what it is accepted by
   */
  public record Piece(String title, String brief, String criterion, Money price) {}

  /** It is agreed on, paid for, begun and delivered with these words. */
  public TaskId delivered(
      Viewer client, Viewer assistant, ContractId contract, Piece piece, String words) {
    var criterion = new Criterion(Ids.fresh(), piece.criterion());
    var work =
        new Work(
            piece.title(),
            piece.brief(),
            null,
            List.of(criterion),
            piece.price(),
            null,
            null,
            null,
            null);
    var task = tasks.propose(client, contract, work).orFail();
    tasks.agree(assistant, task, seen(contract, task)).orFail();
    funding.ifAvailable(money -> money.hold(client, contract, task));
    doing.start(assistant, task, seen(contract, task)).orFail();
    var handed = new Handed(words, List.of(), List.of());
    doing.deliver(assistant, task, seen(contract, task), handed).orFail();
    return task;
  }

  /** The client asks for changes, which are none of those that are included. */
  public void changes(Viewer client, ContractId contract, TaskId task, String words) {
    var criterion = tasks.get(contract, task).facts().work().criteria().getFirst();
    var remark = new Remark(criterion.id(), null, criterion.text(), words);
    var wanted = new Reviews.Wanted(true, List.of(remark), null);
    reviews.request(client, task, seen(contract, task), wanted).orFail();
  }

  private int seen(ContractId contract, TaskId task) {
    return tasks.get(contract, task).facts().version();
  }
}
