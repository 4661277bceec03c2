package org.diestra.work.tasks;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Task.Agreed;
import org.diestra.work.tasks.Task.Approved;
import org.diestra.work.tasks.TaskMoves.With;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for the module that has money: what tasks cost, and that it is held or was paid. */
@Service
public class Prices {
  private static final int MOST = 500;
  private final TaskStore store;
  private final TaskLists lists;
  private final TaskMoves moves;
  private final HouseRights house;
  private final Clock clock;

  Prices(TaskStore store, TaskLists lists, TaskMoves moves, HouseRights house, Clock clock) {
    this.store = store;
    this.lists = lists;
    this.moves = moves;
    this.house = house;
    this.clock = clock;
  }

  /** Whoever asks; empty where there is none, or none with a price that both agreed on. */
  @Transactional(readOnly = true)
  public Optional<Priced> of(TaskId id) {
    return house.call(() -> store.find(id).flatMap(Priced::of));
  }

  /** The last {@value #MOST} of a contract, the newest first, for those who see it. */
  @Transactional(readOnly = true)
  public List<Priced> of(ContractId contract) {
    return lists.priced(contract, MOST).stream().flatMap(t -> Priced.of(t).stream()).toList();
  }

  /**
   * What was agreed at these clients and is not over, so that it may lack funds, the longest first;
   * for whoever hires there.
   */
  @Transactional(readOnly = true)
  public List<Priced> waiting(Collection<OrganisationId> clients, int most) {
    return lists.unfunded(clients, most).stream().flatMap(t -> Priced.of(t).stream()).toList();
  }

  /** What these tasks are called, whoever asks. */
  @Transactional(readOnly = true)
  public Map<TaskId, String> titles(Collection<TaskId> ids) {
    return ids.isEmpty() ? Map.of() : house.call(() -> lists.titles(ids));
  }

  /**
   * Its price is held now, in the transaction that holds it. Refused where it does not wait for it;
   * in any case nobody else moves it until the transaction ends.
   */
  @Transactional
  public Outcome<TaskId> funded(TaskId id) {
    return house.call(() -> {
      if (!(moves.locked(id) instanceof Agreed agreed)) {
        return refused(TaskMoves.MOVED);
      }
      moves.moved(agreed, agreed.fund(clock.instant()), null, With.NOTHING);
      return done(id);
    });
  }

  /** Nobody else moves it until the transaction ends. */
  @Transactional
  public void lock(TaskId id) {
    house.call(() -> moves.locked(id));
  }

  /** All of it is the assistant's to call for. Twice is as once. */
  @Transactional
  public void paid(TaskId id) {
    house.call(() -> {
      if (moves.locked(id) instanceof Approved approved) {
        moves.moved(approved, approved.pay(clock.instant()), null, With.NOTHING);
      }
      return id;
    });
  }
}
