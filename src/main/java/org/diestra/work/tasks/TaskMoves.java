package org.diestra.work.tasks;

import java.util.List;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.work.tasks.Task.Delivered;
import org.diestra.work.tasks.Task.Running;
import org.diestra.work.tasks.TaskFollower.Moved;
import org.diestra.work.tasks.TaskFollower.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Carries out a task's move: what stands, its trace, the audit, the timers of the review, and the
 * news to the other side. Within the transaction of the verb that asks for it.
 */
@Component
class TaskMoves {
  static final Refusal MOVED = Refusal.conflict("tasks.conflict.moved");
  private final TaskStore store;
  private final TraceStore traces;
  private final BargainStore bargains;
  private final ReviewWindow window;
  private final LateWatch late;
  private final TaskNotices notices;
  private final ObjectProvider<TaskFollower> followers; // who ask here themselves
  private final Audit audit;

  TaskMoves(
      TaskStore store,
      TraceStore traces,
      BargainStore bargains,
      ReviewWindow window,
      LateWatch late,
      TaskNotices notices,
      ObjectProvider<TaskFollower> followers,
      Audit audit) {
    this.store = store;
    this.traces = traces;
    this.bargains = bargains;
    this.window = window;
    this.late = late;
    this.notices = notices;
    this.followers = followers;
    this.audit = audit;
  }

  /**
   * What goes with a move.
   *
   * @param words what was said, or null
   * @param released of its price, or null
   * @param counts for a request of changes, or null
   */
  record With(@Nullable String words, @Nullable Money released, @Nullable Boolean counts) {
    static final With NOTHING = new With(null, null, null);

    static With words(@Nullable String words) {
      return new With(words, null, null);
    }
  }

  /**
   * The task as it stands, which nobody else moves until the transaction ends.
   *
   * @throws NotFound if there is none that this person may see
   */
  Task locked(TaskId id) {
    store.lock(id);
    return store.find(id).orElseThrow(NotFound::new);
  }

  /** One that both signed for: there is nothing about it that they would have to be told. */
  TaskId signed(Task.Agreed it, String currency) {
    store.add(it, currency);
    trace(null, it, null, With.NOTHING);
    return it.facts().id();
  }

  /** A task that begins its life. */
  <T extends Task> T begun(T it, String currency, @Nullable By by) {
    store.add(it, currency);
    note(null, it, by, With.NOTHING);
    return it;
  }

  /**
   * @param by who did it, or null for the house
   */
  <T extends Task> T moved(Task before, T after, @Nullable By by, With with) {
    var id = after.facts().id();
    store.move(after);
    note(before, after, by, with);
    if (before instanceof Delivered && before.stage() != after.stage()) {
      window.shut(id);
    }
    if (before instanceof Running && !(after instanceof Running) || outgrown(after)) {
      bargains.close(id, by == null ? null : by.viewer().id(), after.facts().since());
    }
    if (after instanceof Delivered delivered && before.stage() != after.stage()) {
      window.open(delivered);
    }
    late.moved(before, after);
    return after;
  }

  /** Whether an end is proposed for more than is left of its price, since a part was released. */
  private boolean outgrown(Task after) {
    var released = after.facts().count().released();
    return released != null
        && released.isPositive()
        && bargains.open(after.facts().id()).filter(open -> !open.fits(after.facts())).isPresent();
  }

  private void note(@Nullable Task before, Task after, @Nullable By by, With with) {
    trace(before, after, by, with);
    notices.moved(before == null ? null : before.stage(), after, by);
    var facts = after.facts();
    var side = by == null ? null : by.side();
    var move = new Moved(facts.id(), facts.place().contract(), step(before, after, by), side);
    followers.forEach(follower -> follower.moved(move));
  }

  private static Step over(@Nullable Task before, Task after, @Nullable By by) {
    var released = after.facts().count().released();
    if (released != null && released.isPositive()) {
      return Step.SETTLED;
    }
    boolean silent = !(before instanceof Task.Agreed || before instanceof Task.Disputed);
    return by == null && before != null && silent ? Step.LAPSED : Step.CALLED_OFF;
  }

  private static Step step(@Nullable Task before, Task after, @Nullable By by) {
    return switch (after.stage()) {
      case IN_PROGRESS, CHANGES_REQUESTED -> Step.DOING;
      case DELIVERED -> Step.DELIVERED;
      case APPROVED, AUTO_APPROVED -> Step.APPROVED;
      case CANCELLED -> over(before, after, by);
      case PROPOSED, AGREED, FUNDED, PAID, DISPUTED -> Step.OTHER;
    };
  }

  private void trace(@Nullable Task before, Task after, @Nullable By by, With with) {
    var facts = after.facts();
    var from = before == null ? null : before.stage();
    traces.note(
        facts.id(),
        new TaskMove(
            facts.version(),
            from,
            after.stage(),
            by == null ? null : by.side(),
            by == null ? null : by.viewer().id(),
            with.words(),
            with.released(),
            with.counts(),
            facts.since()));
    audit.record(
        Deed.of("tasks", "move")
            .by(by == null ? null : by.viewer().id().value())
            .on("task", facts.id().value())
            .onBehalfOf(facts.place().organisation().value())
            .moved(from == null ? null : from.name(), after.stage().name()));
  }

  void remark(Task after, List<Remark> remarks) {
    traces.remark(after.facts().id(), after.facts().version(), remarks);
  }

  void deliver(Task after, Delivery delivery) {
    traces.deliver(after.facts().id(), delivery);
  }
}
