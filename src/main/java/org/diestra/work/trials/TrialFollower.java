package org.diestra.work.trials;

import java.time.Clock;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.TaskFollower;
import org.diestra.work.trials.Trial.Accepted;
import org.diestra.work.trials.Trial.Running;
import org.diestra.work.trials.Trial.Submitted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A trial goes where its task goes, in the same transaction; with its end its contract ends. */
@Component
class TrialFollower implements TaskFollower {
  private final TrialStore store;
  private final TrialTimes times;
  private final Engagements engagements;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  TrialFollower(
      TrialStore store,
      TrialTimes times,
      Engagements engagements,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.times = times;
    this.engagements = engagements;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void moved(Moved move) {
    if (move.step() == Step.OTHER) {
      return;
    }
    house.call(() -> {
      if (store.lock(move.task()).map(TrialStore.Scored::trial).orElse(null)
          instanceof Running before) {
        var next = next(before, move.step());
        if (next != null) {
          keep(before, next, move);
        }
      }
      return move;
    });
  }

  /** Where the house ends it: who has not delivered, or who has not paid or said a word. */
  private static Side side(Moved move) {
    var side = move.side();
    return side != null ? side : move.step() == Step.LAPSED ? Side.ASSISTANT : Side.CLIENT;
  }

  private @Nullable Trial next(Running before, Step step) {
    var now = clock.instant();
    return switch (step) {
      case DELIVERED -> before instanceof Accepted accepted ? accepted.submit(now) : null;
      case DOING -> before instanceof Submitted submitted ? submitted.goOn(now) : null;
      case APPROVED, SETTLED -> before.pay(now);
      case CALLED_OFF, LAPSED -> before.callOff(now);
      case OTHER -> null;
    };
  }

  private void keep(Running before, Trial next, Moved move) {
    store.move(next);
    audit.record(Trials.deed("follow", next).moved(before.state().name(), next.state().name()));
    if (!(next instanceof Running)) {
      times.over(before);
      engagements.conclude(move.contract(), side(move));
    }
  }
}
