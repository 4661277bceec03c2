package org.diestra.work.tasks;

import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.tasks.Bargain.Kind;
import org.diestra.work.tasks.Bargains.Asked;
import org.diestra.work.tasks.Doing.Handed;
import org.diestra.work.tasks.Reviews.Wanted;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tasks with a price and what both sides do with them, for the tests of money. */
@Component
public class PricedTasks {
  private final Tasks tasks;
  private final Doing doing;
  private final Reviews reviews;
  private final Bargains bargains;
  private final BargainStore asked;
  private final TaskStore store;
  private final TaskDisputes disputes;
  private final TransactionOperations transactions;
  private final HouseRights house;

  PricedTasks(
      Tasks tasks,
      Doing doing,
      Reviews reviews,
      Bargains bargains,
      BargainStore asked,
      TaskStore store,
      TaskDisputes disputes,
      TransactionOperations transactions,
      HouseRights house) {
    this.tasks = tasks;
    this.doing = doing;
    this.reviews = reviews;
    this.bargains = bargains;
    this.asked = asked;
    this.store = store;
    this.disputes = disputes;
    this.transactions = transactions;
    this.house = house;
  }

  public TaskId agreed(Signed signed, Money price) {
    return agreed(signed, price, null);
  }

  /**
   * @param due until when it is delivered, or null
   */
  public TaskId agreed(Signed signed, Money price, @Nullable Instant due) {
    var criterion = new Criterion(Ids.fresh(), "Every receipt has a category");
    var day = due == null ? null : new Due(due, ZoneOffset.UTC);
    var work =
        new Work("November receipts", "", null, List.of(criterion), price, null, day, null, null);
    var client = signed.client();
    var id = as(client, () -> tasks.propose(client, signed.id(), work).orFail());
    as(signed.assistant(), () -> tasks.agree(signed.assistant(), id, seen(id)).orFail());
    return id;
  }

  public Outcome<TaskId> start(Signed signed, TaskId id) {
    return as(signed.assistant(), () -> doing.start(signed.assistant(), id, seen(id)));
  }

  public void deliver(Signed signed, TaskId id) {
    var handed = new Handed("Here it is", List.of(), List.of());
    as(signed.assistant(), () -> doing.deliver(signed.assistant(), id, seen(id), handed).orFail());
  }

  /** At the version at which it stands now. */
  public Outcome<TaskId> approve(Signed signed, TaskId id) {
    return approve(signed, id, seen(id));
  }

  public Outcome<TaskId> approve(Signed signed, TaskId id, int seen) {
    return as(signed.client(), () -> reviews.approve(signed.client(), id, seen, null));
  }

  /** Asks for changes, that part of its price being approved already. */
  public void approvePart(Signed signed, TaskId id, @Nullable Money part) {
    var criterion = now(id).facts().work().criteria().getFirst();
    var remark = new Remark(criterion.id(), null, criterion.text(), "Two have none");
    as(
        signed.client(),
        () ->
            reviews
                .request(signed.client(), id, seen(id), new Wanted(true, List.of(remark), part))
                .orFail());
  }

  /** Both agree on more money for more work. */
  public void extra(Signed signed, TaskId id, Money more) {
    bargained(signed, id, new Asked(Kind.EXTRA, "More of it", more, null, null, 0));
  }

  /** Both agree to end it for that part of what is left. */
  public void settle(Signed signed, TaskId id, Money part) {
    bargained(signed, id, new Asked(Kind.SETTLEMENT, "Enough", part, null, null, 0));
  }

  private void bargained(Signed signed, TaskId id, Asked wish) {
    var rosa = signed.assistant();
    as(rosa, () -> bargains.ask(rosa, id, wish).orFail());
    var open = house.call(() -> asked.open(id)).orElseThrow();
    as(signed.client(), () -> bargains.accept(signed.client(), id, open.id()).orFail());
  }

  /** The assistant disputes it: what is held is kept apart. */
  public void dispute(Signed signed, TaskId id, UUID dispute) {
    var rosa = signed.assistant();
    as(rosa, () -> transactions.execute(tx -> disputes.open(rosa, id, seen(id), dispute).orFail()));
  }

  /** The dispute ends: that part is the assistant's, or, for null, all goes on as before. */
  public void end(Signed signed, TaskId id, @Nullable Money part) {
    var rosa = signed.assistant();
    as(
        rosa,
        () ->
            transactions.execute(tx -> {
              if (part == null) {
                disputes.restore(id, rosa);
              } else {
                disputes.end(id, part);
              }
              return id;
            }));
  }

  /** What is left of its price. */
  public Money left(TaskId id) {
    return Objects.requireNonNull(now(id).facts().left());
  }

  public void cancel(Signed signed, TaskId id) {
    as(signed.client(), () -> tasks.cancel(signed.client(), id, seen(id), null).orFail());
  }

  /** {@code FUNDED}, {@code PAID} and so on. */
  public String stage(TaskId id) {
    return now(id).stage().name();
  }

  public int seen(TaskId id) {
    return now(id).facts().version();
  }

  public String href(ContractId contract, TaskId id) {
    return "/contracts/" + contract + "/tasks/" + id;
  }

  private Task now(TaskId id) {
    return Objects.requireNonNull(house.call(() -> store.find(id)).orElseThrow());
  }
}
