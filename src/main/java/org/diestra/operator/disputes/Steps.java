package org.diestra.operator.disputes;

import java.time.Clock;
import java.time.Instant;
import org.diestra.office.files.Freezes;
import org.diestra.operator.disputes.Dispute.Closed;
import org.diestra.operator.disputes.Dispute.Open;
import org.diestra.operator.disputes.Dispute.Opened;
import org.diestra.operator.disputes.Dispute.Proposed;
import org.diestra.operator.disputes.Dispute.Undecided;
import org.diestra.operator.disputes.Move.What;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.work.tasks.TaskDisputes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries out a step: what stands, its trace, the audit, its timer, the task and its money, and the
 * news. With the rights of the house, within the transaction of the verb that asks for it. All
 * steps of a dispute lock its task first: of two at once the second finds what the first left.
 */
@Component
class Steps {
  static final Refusal MOVED = Refusal.conflict("disputes.conflict.moved");
  private final DisputeStore store;
  private final HistoryStore history;
  private final TaskDisputes tasks;
  private final Freezes freezes;
  private final Times times;
  private final DisputeNotices notices;
  private final Audit audit;
  private final Clock clock;

  Steps(
      DisputeStore store,
      HistoryStore history,
      TaskDisputes tasks,
      Freezes freezes,
      Times times,
      DisputeNotices notices,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.history = history;
    this.tasks = tasks;
    this.freezes = freezes;
    this.times = times;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * As it stands, which nobody else moves until the transaction ends.
   *
   * @throws NotFound if there is none
   */
  Dispute locked(DisputeId id) {
    var seen = store.find(id).orElseThrow(NotFound::new);
    tasks.lock(seen.facts().place().task());
    return store.find(id).orElseThrow(NotFound::new);
  }

  Instant now() {
    return clock.instant();
  }

  /** It begins; its task stands still already. */
  void begin(Opened it, Move move) {
    store.add(it);
    trace(null, it, move);
    times.set(it);
    times.notices(it.facts());
    tell(it, 1);
    notices.changed(it);
  }

  /** The other side is told of the claim, once for each number. */
  boolean tell(Opened it, int number) {
    boolean first = history.tell(it.facts().id(), number, clock.instant());
    if (first) {
      notices.claimed(it, number);
    }
    return first;
  }

  /** The same for the first of which it was not told. */
  void tellNext(Opened it) {
    int number = 1;
    while (number <= Times.NOTICES && !tell(it, number)) {
      number++;
    }
  }

  <T extends Dispute> T move(Dispute before, T after, Move move) {
    store.move(after);
    trace(before, after, move);
    if (before.stage() != after.stage() || after instanceof Dispute.Asked) {
      times.set(after);
    }
    if (after instanceof Closed closed) {
      freezes.thaw(closed.facts().id().value());
    }
    notices.moved(after, move);
    notices.changed(after);
    return after;
  }

  private void trace(@Nullable Dispute before, Dispute after, Move move) {
    var facts = after.facts();
    history.add(facts.id(), facts.version(), move, clock.instant());
    var person = move.person();
    audit.record(
        Deed.of("disputes", "move")
            .by(person == null ? null : person.value())
            .on("dispute", facts.id().value())
            .onBehalfOf(facts.place().client().value())
            .moved(before == null ? null : before.stage().name(), after.stage().name())
            .with("what", move.what().name()));
  }

  /** Where both figures meet it is settled at their middle, and otherwise goes on. */
  Dispute named(Undecided before, Undecided after, Move move) {
    var moved = move(before, after, move);
    return moved.facts().figures().meet()
        ? settle(moved, Ending.AGREED, moved.facts().figures().middle())
        : moved;
  }

  Closed settle(Undecided before, Ending ending, Money amount) {
    return close(before, before.settle(ending, amount, clock.instant()));
  }

  /** What it came to is the assistant's, and the rest of what was kept apart the client's. */
  Closed close(Open before, Closed after) {
    var amount = after.awarded();
    if (amount == null) {
      throw new IllegalArgumentException("nothing was decided: " + after);
    }
    tasks.end(before.facts().place().task(), amount);
    return move(before, after, Move.ofTheHouse(What.SETTLED, amount));
  }

  /** The task goes on as if there had been none. */
  Closed withdraw(Undecided before, Viewer by, @Nullable String words) {
    var facts = before.facts();
    tasks.restore(facts.place().task(), by);
    var move = Move.of(What.WITHDRAWN, facts.claim().side(), by.id()).saying(words);
    return move(before, before.withdraw(clock.instant()), move);
  }

  /** A proposal that not both accept has to be followed by a decision. */
  Dispute fail(Proposed before, Move move) {
    var until = times.decide(before.facts().place());
    return move(before, before.fail(until, clock.instant()), move);
  }
}
