package org.diestra.operator.disputes;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.diestra.operator.disputes.Dispute.Claim;
import org.diestra.operator.disputes.Dispute.Facts;
import org.diestra.operator.disputes.Dispute.Opened;
import org.diestra.operator.disputes.Move.What;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.TaskDisputes;
import org.diestra.work.tasks.TaskDisputes.Citable;
import org.diestra.work.tasks.TaskDisputes.Matter;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the disputes about a task, and to a new one. */
@Service
class Openings {
  /** How often one side may open a dispute about the same task. */
  static final int MOST = 3;

  private static final int CITED = 30;
  private final DisputeStore store;
  private final HistoryStore history;
  private final Steps steps;
  private final Times times;
  private final Evidence evidence;
  private final TaskDisputes tasks;
  private final Contracts contracts;
  private final HouseRights house;

  Openings(
      DisputeStore store,
      HistoryStore history,
      Steps steps,
      Times times,
      Evidence evidence,
      TaskDisputes tasks,
      Contracts contracts,
      HouseRights house) {
    this.store = store;
    this.history = history;
    this.steps = steps;
    this.times = times;
    this.evidence = evidence;
    this.tasks = tasks;
    this.contracts = contracts;
    this.house = house;
  }

  /** All about a task, the last one first, for those who see them. */
  @Transactional(readOnly = true)
  public List<Dispute> about(TaskId task) {
    return store.of(task);
  }

  /** Whether this person could open one about that task now. */
  @Transactional(readOnly = true)
  public boolean mayOpen(Viewer viewer, ContractId contract, TaskId task) {
    var it = contracts.get(viewer, contract);
    boolean commits = it.assistant().equals(viewer.id()) || viewer.hiresFor(it.organisation());
    if (!commits) {
      return false;
    }
    var offered = tasks.offered(viewer, contract, task);
    return offered.why() == null && !often(task, offered.side());
  }

  private boolean often(TaskId task, Side side) {
    return house.call(() -> store.opened(task, side)) >= MOST;
  }

  /**
   * What one side opens a dispute with.
   *
   * @param seen the version of the task that it had before it
   * @param figure what the assistant is to get
   * @param cited criteria and steps
   */
  record Opening(int seen, Money figure, Reason reason, String words, Set<UUID> cited) {
    Opening {
      cited = Set.copyOf(cited);
    }
  }

  /**
   * The task's time stands still, its money is kept apart and the evidence frozen: all, or none.
   */
  @Transactional
  public Outcome<DisputeId> open(Viewer viewer, ContractId in, TaskId task, Opening opening) {
    var contract = contracts.get(viewer, in);
    var offered = tasks.offered(viewer, in, task);
    var left = offered.matter().left();
    if (left != null && opening.figure().isMoreThan(left)) {
      return refused(Refusal.invalid("figure", "disputes.figure.too-much", left));
    }
    if (often(task, offered.side())) {
      return refused(Refusal.conflict("disputes.conflict.often", MOST));
    }
    var id = new DisputeId(Ids.fresh());
    return switch (tasks.open(viewer, task, opening.seen(), id.value())) {
      case Outcome.Refused<Matter>(var why) -> refused(why);
      case Outcome.Done<Matter>(var matter) ->
          house.call(() -> {
            begin(viewer, id, offered.side(), matter, opening);
            history.freeze(id, evidence.of(id, contract, task));
            return done(id);
          });
    };
  }

  private void begin(Viewer viewer, DisputeId id, Side side, Matter matter, Opening opening) {
    var now = steps.now();
    var place =
        new Place(
            matter.task(),
            matter.title(),
            matter.contract(),
            matter.client(),
            matter.assistant(),
            matter.promised());
    var stake = Objects.requireNonNull(matter.left());
    var facts =
        new Facts(
            id,
            place,
            new Claim(side, viewer.id(), opening.reason(), cited(matter, opening.cited())),
            Figures.of(stake, side, opening.figure()),
            null,
            now,
            now,
            1);
    var move = Move.of(What.OPENED, side, viewer.id()).with(opening.figure());
    steps.begin(new Opened(facts, times.respond(place)), move.saying(opening.words()));
  }

  private static List<String> cited(Matter matter, Set<UUID> chosen) {
    return matter.citable().stream()
        .filter(c -> chosen.contains(c.id()))
        .map(Citable::text)
        .limit(CITED)
        .toList();
  }
}
