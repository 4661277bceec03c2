package org.diestra.operator.disputes;

import java.time.Instant;
import org.diestra.operator.disputes.Dispute.Appealed;
import org.diestra.operator.disputes.Dispute.Asked;
import org.diestra.operator.disputes.Dispute.Decided;
import org.diestra.operator.disputes.Dispute.Deciding;
import org.diestra.operator.disputes.Dispute.Mediation;
import org.diestra.operator.disputes.Dispute.Named;
import org.diestra.operator.disputes.Dispute.Negotiating;
import org.diestra.operator.disputes.Dispute.Open;
import org.diestra.operator.disputes.Dispute.Opened;
import org.diestra.operator.disputes.Dispute.Proposed;
import org.diestra.operator.disputes.Move.What;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens if nobody does anything. Once more, or too early, changes nothing. */
@Component
class Deadlines {
  private final HistoryStore history;
  private final Steps steps;
  private final Times times;
  private final DisputeNotices notices;
  private final HouseRights house;

  Deadlines(
      HistoryStore history, Steps steps, Times times, DisputeNotices notices, HouseRights house) {
    this.history = history;
    this.steps = steps;
    this.times = times;
    this.notices = notices;
    this.house = house;
  }

  /** The other side is told again, as long as it has not answered. */
  @Transactional
  public void notice(DisputeId id, Instant due) {
    house.call(() -> {
      var it = steps.locked(id);
      if (it instanceof Opened opened) {
        steps.tell(opened, Times.number(opened.facts(), due));
      }
      return it;
    });
  }

  @Transactional
  public void due(DisputeId id) {
    house.call(() -> {
      var it = steps.locked(id);
      if (it instanceof Open open && !steps.now().isBefore(open.dueAt())) {
        over(open);
      }
      return it;
    });
  }

  private void over(Open it) {
    if (it instanceof Asked asked
        && steps.now().isAfter(it.dueAt().plus(Times.CLOSED))
        && !history.waited(it.facts().id(), it.facts().since())) {
      later(asked);
      return;
    }
    switch (it) {
      case Opened opened -> silent(opened);
      case Negotiating negotiating -> mediate(negotiating);
      case Mediation mediation -> late(mediation);
      case Proposed proposed -> steps.fail(proposed, Move.ofTheHouse(What.LAPSED, null));
      case Deciding deciding -> late(deciding);
      case Decided decided -> steps.close(decided, decided.carryOut(steps.now()));
      case Appealed appealed -> steps.close(appealed, appealed.stay(steps.now()));
    }
  }

  /** Silence says yes to what was claimed, but only where the other side was told three times. */
  private void silent(Opened it) {
    var facts = it.facts();
    if (heard(facts.id())) {
      steps.settle(it, Ending.SILENCE, facts.figure(facts.claim().side()));
    } else {
      later(it);
    }
  }

  /** Whoever could not reach the house, or was told too late, has the next day as well. */
  private void later(Asked it) {
    var later = it.later(times.aDayMore(it.facts().place()));
    steps.move(it, later, Move.ofTheHouse(What.WAITED, null));
    if (later instanceof Opened opened) {
      steps.tellNext(opened);
    }
  }

  /** Where the house was closed meanwhile, all notices go out together: the last needs its day. */
  private boolean heard(DisputeId id) {
    return history.told(id) >= Times.NOTICES
        && history
            .lastTold(id)
            .filter(last -> !steps.now().isBefore(last.plus(Times.HEARD)))
            .isPresent();
  }

  /** Negotiating is over; also where somebody stages it. */
  void mediate(Negotiating it) {
    var until = times.propose(it.facts().place());
    steps.move(it, it.mediate(until, steps.now()), Move.ofTheHouse(What.MEDIATION, null));
  }

  /** The house keeps neither side waiting for ever, and gives way to neither. */
  private void late(Named it) {
    var end = times.late(it);
    if (steps.now().isBefore(end)) {
      notices.late(it);
      times.again(it, end);
    } else {
      steps.settle(it, Ending.MIDPOINT, it.facts().figures().middle());
    }
  }
}
