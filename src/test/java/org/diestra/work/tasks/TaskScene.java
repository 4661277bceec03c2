package org.diestra.work.tasks;

import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.util.List;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.engagements.RunningContracts;
import org.diestra.work.tasks.Doing.Handed;
import org.diestra.work.tasks.Reviews.Wanted;
import org.diestra.work.tasks.Task.Stage;
import org.diestra.work.tasks.Work.Criterion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running contract that also pays by the task, and a task on its way. */
abstract class TaskScene {
  static final Handed DONE = new Handed("Here it is", List.of("https://example.org"), List.of());

  @Autowired RunningContracts contracts;
  @Autowired Engagements engagements;
  @Autowired Tasks tasks;
  @Autowired Prices prices;
  @Autowired Doing doing;
  @Autowired Reviews reviews;
  @Autowired Bargains bargains;
  @Autowired TraceStore traces;
  @Autowired TaskStore store;
  @Autowired HouseRights house;
  @Autowired People people;
  @Autowired JdbcClient jdbc;
  @Autowired ClockMover mover;
  @Autowired Timers timers;
  @Autowired Clock clock;

  Signed signed;
  Viewer lucia;
  Viewer rosa;

  @BeforeEach
  void theContractRuns() {
    signed = contracts.mixed();
    lucia = signed.client();
    rosa = signed.assistant();
  }

  Work work(@Nullable String price) {
    return new Work(
        "Record the November receipts",
        "- [ ] Ask for missing ones",
        contracts.manual(signed).id(),
        List.of(
            new Criterion(Ids.fresh(), "Every receipt has a category"),
            new Criterion(Ids.fresh(), "The bank is reconciled")),
        price == null ? null : Money.of(Long.parseLong(price), "EUR"),
        price == null ? 3 : null,
        null,
        null,
        null);
  }

  Task now(TaskId id) {
    return house.call(() -> store.find(id)).orElseThrow();
  }

  int seen(TaskId id) {
    return now(id).facts().version();
  }

  Stage stage(TaskId id) {
    return now(id).stage();
  }

  TaskId proposed() {
    return as(lucia, () -> tasks.propose(lucia, signed.id(), work("2500")).orFail());
  }

  TaskId agreed() {
    var id = proposed();
    as(rosa, () -> tasks.agree(rosa, id, seen(id)).orFail());
    return id;
  }

  TaskId started() {
    var id = agreed();
    as(rosa, () -> doing.start(rosa, id, seen(id)).orFail());
    return id;
  }

  TaskId delivered() {
    var id = started();
    deliver(id);
    return id;
  }

  void deliver(TaskId id) {
    as(rosa, () -> doing.deliver(rosa, id, seen(id), DONE).orFail());
  }

  Outcome<TaskId> changes(TaskId id, boolean own, @Nullable Money part) {
    var criterion = now(id).facts().work().criteria().getFirst();
    var remark = new Remark(criterion.id(), null, criterion.text(), "Two have none");
    return as(
        lucia, () -> reviews.request(lucia, id, seen(id), new Wanted(own, List.of(remark), part)));
  }

  List<Stage> stages(TaskId id) {
    return house.call(() -> traces.moves(id)).stream().map(TaskMove::to).toList();
  }

  List<String> told(Viewer viewer, TaskId id) {
    return jdbc.sql(
            """
            select key from notifications.notice where recipient = :person and href like :href
            order by id
            """)
        .param("person", viewer.id().value())
        .param("href", "%/tasks/" + id + "%")
        .query(String.class)
        .list();
  }
}
