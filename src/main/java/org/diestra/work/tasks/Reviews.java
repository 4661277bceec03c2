package org.diestra.work.tasks;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Task.Approved;
import org.diestra.work.tasks.Task.Delivered;
import org.diestra.work.tasks.TaskMoves.With;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The client's part: a delivery is approved, in part or as a whole, or changes are asked for. */
@Service
class Reviews {
  private final TaskMoves moves;
  private final TaskNotices notices;
  private final ObjectProvider<TaskFunding> funding; // of the module that has money
  private final Clock clock;

  Reviews(TaskMoves moves, TaskNotices notices, ObjectProvider<TaskFunding> funding, Clock clock) {
    this.moves = moves;
    this.notices = notices;
    this.funding = funding;
    this.clock = clock;
  }

  /** Takes it as it is; what is left of its price is released in this very transaction. */
  @Transactional
  public Outcome<TaskId> approve(Viewer viewer, TaskId id, int seen, @Nullable String words) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).require(Side.CLIENT);
    if (!(before instanceof Delivered delivered) || seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    approved(delivered, delivered.approve(false, clock.instant()), by, words);
    return done(id);
  }

  private void approved(Delivered before, Approved after, @Nullable By by, @Nullable String words) {
    var left = before.facts().left();
    release(before.facts().id(), left);
    moves.moved(before, after, by, new With(words, left, null));
  }

  private void release(TaskId id, @Nullable Money part) {
    if (part != null && part.isPositive()) {
      funding.ifAvailable(money -> money.release(id, part));
    }
  }

  /**
   * What a client asks for.
   *
   * @param own whether it does not do what was agreed: then it uses no included round
   * @param part of the price that is paid already, or null; less than what is left
   */
  record Wanted(boolean own, List<Remark> remarks, @Nullable Money part) {
    Wanted {
      remarks = List.copyOf(remarks);
    }
  }

  /** Asks for changes, each citing what was agreed; a part of the price may be released already. */
  @Transactional
  public Outcome<TaskId> request(Viewer viewer, TaskId id, int seen, Wanted wanted) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).require(Side.CLIENT);
    if (!(before instanceof Delivered delivered) || seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    var facts = before.facts();
    if (wanted.remarks().isEmpty()) {
      return refused(Refusal.invalid("remarks", "tasks.changes.uncited"));
    }
    if (!wanted.own() && facts.count().roundsLeft() == 0) {
      return refused(Refusal.invalid("kind", "tasks.changes.used-up", facts.count().rounds()));
    }
    var part = wanted.part();
    var left = facts.left();
    if (part != null && (left == null || !left.isMoreThan(part))) {
      return refused(Refusal.invalid("part", "tasks.changes.part"));
    }
    release(id, part);
    var after = delivered.request(!wanted.own(), part, clock.instant());
    moves.moved(before, after, by, new With(null, part, !wanted.own()));
    moves.remark(after, wanted.remarks());
    return done(id);
  }

  /** The time to look at it is over, and silence approves. Asking twice, or early, does nothing. */
  @Transactional
  public void close(TaskId id) {
    var now = clock.instant();
    if (moves.locked(id) instanceof Delivered it && !now.isBefore(it.closesAt())) {
      approved(it, it.approve(true, now), null, null);
    }
  }

  @Transactional
  public void remind(TaskId id, Instant due) {
    if (moves.locked(id) instanceof Delivered it && it.closesAt().isAfter(clock.instant())) {
      notices.reminded(it, due);
    }
  }
}
