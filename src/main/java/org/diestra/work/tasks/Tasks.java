package org.diestra.work.tasks;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diestra.office.manuals.Manuals;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Facts.Count;
import org.diestra.work.tasks.Facts.Place;
import org.diestra.work.tasks.Task.Disputed;
import org.diestra.work.tasks.Task.Funded;
import org.diestra.work.tasks.Task.Proposed;
import org.diestra.work.tasks.Task.Stage;
import org.diestra.work.tasks.Task.Waiting;
import org.diestra.work.tasks.TaskMoves.With;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to tasks, from what is proposed to what is agreed and called off. Each verb locks the
 * task: of two moves at once the first counts, and the second is told that it has moved.
 */
@Service
public class Tasks {
  static final int PAGE = 100;
  private final TaskStore store;
  private final TaskLists lists;
  private final TaskMoves moves;
  private final Pins pins;
  private final SeriesKeeper series;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Manuals manuals;
  private final ObjectProvider<TaskFunding> funding; // of the module that has money
  private final Clock clock;

  Tasks(
      TaskStore store,
      TaskLists lists,
      TaskMoves moves,
      Pins pins,
      SeriesKeeper series,
      Contracts contracts,
      Engagements engagements,
      Manuals manuals,
      ObjectProvider<TaskFunding> funding,
      Clock clock) {
    this.store = store;
    this.lists = lists;
    this.moves = moves;
    this.pins = pins;
    this.series = series;
    this.contracts = contracts;
    this.engagements = engagements;
    this.manuals = manuals;
    this.funding = funding;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none in that contract, or it is not this person's to see
   */
  @Transactional(readOnly = true)
  Task get(ContractId contract, TaskId id) {
    return store
        .find(id)
        .filter(t -> t.facts().place().contract().equals(contract))
        .orElseThrow(NotFound::new);
  }

  /**
   * A task that hours can be noted for.
   *
   * @param open whether work on it goes on, or is to come
   */
  public record Subject(TaskId id, String title, boolean open) {}

  /** The last 500 tasks of a contract that were agreed, the newest first, for those who see it. */
  @Transactional(readOnly = true)
  public List<Subject> subjects(ContractId contract) {
    return lists.subjects(contract, 500);
  }

  /** What is due first first; one more than a page holds where there is more. */
  @Transactional(readOnly = true)
  List<Task> list(ContractId contract, Set<Stage> stages, @Nullable Integer after) {
    return lists.of(contract, stages, after, PAGE + 1);
  }

  /** The twenty that came last to one of these stages, the newest first. */
  @Transactional(readOnly = true)
  List<Task> latest(ContractId contract, Set<Stage> stages) {
    return lists.latest(contract, stages, 20);
  }

  @Transactional(readOnly = true)
  List<Task> due(ContractId contract, Instant from, Instant to) {
    return lists.due(contract, from, to, 5 * PAGE);
  }

  /** Whether money is held for the tasks of that contract. */
  boolean funded(ContractId contract) {
    return funding.stream().anyMatch(money -> money.keeps(contract));
  }

  /** Whether that is a promise alone, and the client pays directly. */
  boolean promised(ContractId contract) {
    return funding.stream().anyMatch(money -> money.promises(contract));
  }

  /** What of its price is still to come in; null where none is held, or it is over or disputed. */
  @Nullable Money missing(Task task) {
    var facts = task.facts();
    var price = facts.work().price();
    var money = funding.getIfAvailable();
    return price == null
            || !price.isPositive()
            || money == null
            || task instanceof Proposed
            || task instanceof Disputed
            || task.stage().over()
            || !money.keeps(facts.place().contract())
        ? null
        : money.missing(facts.id(), price);
  }

  /** Proposes it to the other side. */
  @Transactional
  public Outcome<TaskId> propose(Viewer viewer, ContractId contract, Work work) {
    var engagement = engagements.get(contract);
    var by = proposer(viewer, engagement);
    if (engagement instanceof Engagement.Ended) {
      return refused(Refusal.conflict("tasks.conflict.ended"));
    }
    if (contracts.trial(contract)) {
      return refused(Refusal.conflict("tasks.conflict.trial"));
    }
    var refusal = procedure(work, engagement);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    var terms = contracts.terms(contract);
    var facts =
        new Facts(
            place(engagement, store.number(contract), false),
            work,
            Count.none(work, terms.revisionRounds()),
            1,
            clock.instant());
    moves.begun(new Proposed(facts, by.side()), terms.pay().currency().getCurrencyCode(), by);
    return done(facts.id());
  }

  static Place place(Engagement engagement, int number, boolean handOver) {
    var facts = engagement.facts();
    return new Place(
        new TaskId(Ids.fresh()),
        number,
        facts.contract(),
        facts.workspace(),
        facts.organisation(),
        facts.assistant(),
        handOver,
        null);
  }

  private static By proposer(Viewer viewer, Engagement engagement) {
    var side = engagement.facts().sideOf(viewer).orElseThrow(NotFound::new);
    return new By(viewer, side);
  }

  /** Why it can't be done by that procedure, if so. */
  private Optional<Refusal> procedure(Work work, Engagement engagement) {
    var facts = engagement.facts();
    return work.procedure() == null
            || manuals.published(facts.workspace(), facts.duties()).stream()
                .anyMatch(p -> p.id().equals(work.procedure()))
        ? Optional.empty()
        : Optional.of(Refusal.invalid("procedure", "tasks.procedure.gone"));
  }

  /** Proposes it otherwise; the other side's turn comes. */
  @Transactional
  public Outcome<TaskId> revise(Viewer viewer, TaskId id, int seen, Work work) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).requireCommits(before.facts());
    if (!(before instanceof Proposed proposed) || seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    var refusal = procedure(work, engagements.get(before.facts().place().contract()));
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    var after = proposed.revise(by.side(), work, clock.instant());
    store.replaceCriteria(after.facts());
    moves.moved(before, after, by, With.NOTHING);
    return done(id);
  }

  /** The other side agrees; the manual's version that holds now stays its version. */
  @Transactional
  public Outcome<TaskId> agree(Viewer viewer, TaskId id, int seen) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).requireCommits(before.facts());
    if (!(before instanceof Proposed proposed) || seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    if (by.is(proposed.by())) {
      return refused(Refusal.conflict("tasks.conflict.own"));
    }
    if (engagements.get(before.facts().place().contract()) instanceof Engagement.Ended) {
      return refused(Refusal.conflict("tasks.conflict.ended"));
    }
    var after = proposed.agree(pins.of(before.facts().work()), clock.instant());
    moves.moved(before, after, by, With.NOTHING);
    if (after.facts().work().repeats() != null) {
      series.begin(after);
    }
    return done(id);
  }

  /** Calls it off before it was begun, which is free for both. */
  @Transactional
  public Outcome<TaskId> cancel(Viewer viewer, TaskId id, int seen, @Nullable String words) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).requireCommits(before.facts());
    if (!(before instanceof Waiting waiting) || seen != before.facts().version()) {
      return refused(TaskMoves.MOVED);
    }
    if (before instanceof Funded) {
      funding.ifAvailable(money -> money.giveBack(id));
    }
    moves.moved(before, waiting.cancel(by.side(), clock.instant()), by, With.words(words));
    return done(id);
  }
}
