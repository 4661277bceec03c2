package org.diestra.work.tasks;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.tasks.Bargain.Answer;
import org.diestra.work.tasks.Bargain.Kind;
import org.diestra.work.tasks.Task.Running;
import org.diestra.work.tasks.TaskMoves.With;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What changes of a task that is being done, when both agree: more to do for more, or its end
 * before it is done for a part of its price. One at a time is open.
 */
@Service
class Bargains {
  private static final Refusal ANSWERED = Refusal.conflict("tasks.conflict.answered");
  private final BargainStore store;
  private final TaskMoves moves;
  private final TaskNotices notices;
  private final Contracts contracts;
  private final ObjectProvider<TaskFunding> funding; // of the module that has money
  private final Clock clock;

  Bargains(
      BargainStore store,
      TaskMoves moves,
      TaskNotices notices,
      Contracts contracts,
      ObjectProvider<TaskFunding> funding,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.notices = notices;
    this.contracts = contracts;
    this.funding = funding;
    this.clock = clock;
  }

  /** What one side asks for. */
  record Asked(
      Kind kind,
      String words,
      @Nullable Money amount,
      @Nullable Integer hours,
      Work.@Nullable Due due,
      int rounds) {}

  @Transactional(readOnly = true)
  public List<Bargain> of(TaskId task) {
    return store.of(task);
  }

  @Transactional
  public Outcome<TaskId> ask(Viewer viewer, TaskId id, Asked asked) {
    var task = moves.locked(id);
    var by = By.of(viewer, task.facts()).requireCommits(task.facts());
    if (!(task instanceof Running)) {
      return refused(TaskMoves.MOVED);
    }
    if (store.open(id).isPresent()) {
      return refused(Refusal.conflict("tasks.conflict.bargaining"));
    }
    if (asked.kind() == Kind.EXTRA && contracts.trial(task.facts().place().contract())) {
      return refused(Refusal.conflict("tasks.conflict.trial"));
    }
    var hours = task.facts().work().hours();
    if (hours != null && asked.hours() != null && hours + asked.hours() > Work.MOST_HOURS) {
      return refused(Refusal.invalid("hours", "tasks.bargain.too-long", Work.MOST_HOURS));
    }
    var bargain =
        new Bargain(
            Ids.fresh(),
            id,
            asked.kind(),
            by.side(),
            viewer.id(),
            asked.words(),
            asked.amount(),
            asked.hours(),
            asked.due(),
            asked.rounds(),
            clock.instant(),
            null);
    var refusal = refusal(bargain, task.facts());
    if (refusal != null) {
      return refused(refusal);
    }
    store.add(bargain);
    notices.bargained(task, bargain, by, asked.kind() == Kind.EXTRA ? "extra" : "settlement");
    return done(id);
  }

  /** The other side agrees, and so it is. */
  @Transactional
  public Outcome<TaskId> accept(Viewer viewer, TaskId id, UUID bargainId) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).requireCommits(before.facts());
    var bargain = open(id, bargainId);
    if (bargain == null || by.is(bargain.side()) || !(before instanceof Running running)) {
      return refused(ANSWERED);
    }
    var refusal = refusal(bargain, before.facts());
    if (refusal != null) {
      return refused(refusal);
    }
    store.answer(bargainId, Answer.ACCEPTED, viewer.id(), clock.instant());
    if (bargain.kind() == Kind.EXTRA) {
      var work = before.facts().work().extended(bargain.amount(), bargain.hours(), bargain.due());
      moves.moved(before, running.extend(work, bargain.rounds()), by, With.NOTHING);
    } else {
      settle(running, bargain, by);
    }
    return done(id);
  }

  /** Why it can't be so, as the task stands. */
  private static @Nullable Refusal refusal(Bargain bargain, Facts facts) {
    if (!bargain.fits(facts)) {
      return Refusal.invalid("amount", "tasks.bargain.too-much");
    }
    return facts.count().rounds() + bargain.rounds() > Facts.MOST_ROUNDS
        ? Refusal.invalid("rounds", "tasks.bargain.rounds", Facts.MOST_ROUNDS)
        : null;
  }

  private void settle(Running before, Bargain bargain, By by) {
    var id = before.facts().id();
    var part = bargain.amount();
    if (part != null && part.isPositive()) {
      funding.ifAvailable(money -> money.release(id, part));
    }
    funding.ifAvailable(money -> money.giveBack(id));
    var after = before.settle(bargain.side(), part, clock.instant());
    moves.moved(before, after, by, new With(bargain.words(), part, null));
  }

  /** The other side does not want it, or its own side no longer does. */
  @Transactional
  public Outcome<TaskId> refuse(Viewer viewer, TaskId id, UUID bargainId) {
    var task = moves.locked(id);
    var by = By.of(viewer, task.facts()).requireCommits(task.facts());
    var bargain = open(id, bargainId);
    if (bargain == null) {
      return refused(ANSWERED);
    }
    boolean own = by.is(bargain.side());
    var answer = own ? Answer.WITHDRAWN : Answer.DECLINED;
    store.answer(bargainId, answer, viewer.id(), clock.instant());
    notices.bargained(task, bargain, by, own ? "bargain-withdrawn" : "bargain-declined");
    return done(id);
  }

  private @Nullable Bargain open(TaskId task, UUID id) {
    var all = store.of(task);
    if (all.stream().noneMatch(b -> b.id().equals(id))) {
      throw new NotFound();
    }
    return all.stream()
        .filter(b -> b.id().equals(id) && b.answer() == null)
        .findFirst()
        .orElse(null);
  }
}
