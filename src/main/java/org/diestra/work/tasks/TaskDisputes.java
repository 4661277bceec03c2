package org.diestra.work.tasks;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Task.Disputed;
import org.diestra.work.tasks.Task.Running;
import org.diestra.work.tasks.TaskMoves.With;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for disputes: a task's time and money stand still while one is open, and go on, or end
 * as it was decided, in the transaction of the dispute's own step.
 */
@Service
public class TaskDisputes {
  private final TaskStore store;
  private final TaskMoves moves;
  private final Tasks tasks;
  private final TaskPages pages;
  private final TaskEvidence evidence;
  private final DisputeGate gate;
  private final ObjectProvider<DisputeFunding> funding; // of the module that has money
  private final HouseRights house;
  private final Clock clock;

  TaskDisputes(
      TaskStore store,
      TaskMoves moves,
      Tasks tasks,
      TaskPages pages,
      TaskEvidence evidence,
      DisputeGate gate,
      ObjectProvider<DisputeFunding> funding,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.moves = moves;
    this.tasks = tasks;
    this.pages = pages;
    this.evidence = evidence;
    this.gate = gate;
    this.funding = funding;
    this.house = house;
    this.clock = clock;
  }

  /**
   * What was agreed and can be cited.
   *
   * @param step whether it is a step of the pinned manual version, or else a criterion
   */
  public record Citable(UUID id, String text, boolean step) {}

  /**
   * What a dispute is about.
   *
   * @param left of the price, what was not released yet; null where the hours are paid
   * @param version of the task, so that nobody disputes what they have not seen
   * @param promised whether the client pays directly, and the house holds promises alone
   */
  public record Matter(
      TaskId task,
      ContractId contract,
      OrganisationId client,
      PersonId assistant,
      int number,
      String title,
      String href,
      @Nullable Money left,
      int version,
      boolean promised,
      List<Citable> citable) {
    public Matter {
      citable = List.copyOf(citable);
    }

    /** The side that this person may commit to money, if any. */
    public Optional<Side> commits(Viewer viewer) {
      return viewer.id().equals(assistant)
          ? Optional.of(Side.ASSISTANT)
          : viewer.hiresFor(client) ? Optional.of(Side.CLIENT) : Optional.empty();
    }
  }

  /**
   * Whoever asks; for the house.
   *
   * @throws NotFound if there is no such task
   */
  @Transactional(readOnly = true)
  public Matter matter(TaskId id) {
    return house.call(() -> matter(store.find(id).orElseThrow(NotFound::new)));
  }

  private Matter matter(Task task) {
    var facts = task.facts();
    var place = facts.place();
    var criteria = facts.work().criteria().stream().map(c -> new Citable(c.id(), c.text(), false));
    var steps = pages.steps(task).stream().map(s -> new Citable(s.id(), s.title(), true));
    return new Matter(
        place.id(),
        place.contract(),
        place.organisation(),
        place.assistant(),
        place.number(),
        facts.work().title(),
        place.href(),
        facts.left(),
        facts.version(),
        tasks.promised(place.contract()),
        Stream.concat(criteria, steps).toList());
  }

  /**
   * A task before somebody who may commit one of its sides to money.
   *
   * @param why it can't be disputed by that side now, or null where it can
   */
  public record Offered(Matter matter, Side side, @Nullable Refusal why) {}

  /**
   * @throws NotFound if there is none in that contract, or this person may not commit a side of it
   */
  @Transactional(readOnly = true)
  public Offered offered(Viewer viewer, ContractId contract, TaskId id) {
    var task = tasks.get(contract, id);
    var by = By.of(viewer, task.facts()).requireCommits(task.facts());
    return new Offered(house.call(() -> matter(task)), by.side(), gate.closed(task, by.side()));
  }

  /** Nobody else moves it until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(TaskId id) {
    house.call(() -> moves.locked(id));
  }

  /**
   * Its time stands still from now on, and what is held for it is kept apart for that dispute.
   *
   * @param seen the version that the person had before them
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<Matter> open(Viewer viewer, TaskId id, int seen, UUID dispute) {
    var before = moves.locked(id);
    var by = By.of(viewer, before.facts()).requireCommits(before.facts());
    var why = seen == before.facts().version() ? gate.closed(before, by.side()) : TaskMoves.MOVED;
    if (why != null || !(before instanceof Running running)) {
      return refused(Objects.requireNonNullElse(why, TaskMoves.MOVED));
    }
    return house.call(() -> {
      funding.ifAvailable(money -> money.keepApart(id, dispute));
      return done(matter(moves.moved(before, running.dispute(clock.instant()), by, With.NOTHING)));
    });
  }

  /**
   * It goes on where it was, with the time and the money that were left.
   *
   * @param by who has opened the dispute and takes it back
   * @throws IllegalStateException if it is in no dispute
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void restore(TaskId id, Viewer by) {
    house.call(() -> {
      var before = disputed(id);
      funding.ifAvailable(money -> money.putBack(id));
      var who = By.of(by, before.facts());
      return moves.moved(before, before.restore(clock.instant()), who, With.NOTHING);
    });
  }

  /**
   * It is over: that part of its price is the assistant's, and the rest is the client's again.
   *
   * @param part from 0 to what is left of the price
   * @throws IllegalStateException if it is in no dispute
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(TaskId id, Money part) {
    house.call(() -> {
      var before = disputed(id);
      funding.ifAvailable(money -> money.award(id, part));
      var after = before.end(part, clock.instant());
      return moves.moved(before, after, null, new With(null, part, null));
    });
  }

  private Disputed disputed(TaskId id) {
    if (moves.locked(id) instanceof Disputed it) {
      return it;
    }
    throw new IllegalStateException("in no dispute: " + id);
  }

  /** All that happened to it, as it stands now, as JSON; whoever asks. */
  @Transactional(readOnly = true)
  public TaskEvidence.Frozen evidence(TaskId id) {
    return house.call(() -> evidence.of(store.find(id).orElseThrow(NotFound::new)));
  }
}
