package org.diestra.money.retainers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.diestra.money.payments.Plan;
import org.diestra.money.retainers.Period.State;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Pay.Retainer;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.time.Bag;
import org.diestra.work.time.Bags;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks for the first month before work begins, and for each other one a week before its turn. */
@Component
class MonthAsking {
  /** A month is asked for so long before it begins. */
  static final Duration AHEAD = Duration.ofDays(7);

  static final Duration REMINDED = Duration.ofDays(2);
  private final PeriodStore store;
  private final ObjectProvider<Bags> bags; // who ask here themselves
  private final ObjectProvider<Contracts> contracts;
  private final RetainerNotices notices;
  private final Timers timers;
  private final Clock clock;

  MonthAsking(
      PeriodStore store,
      ObjectProvider<Bags> bags,
      ObjectProvider<Contracts> contracts,
      RetainerNotices notices,
      Timers timers,
      Clock clock) {
    this.store = store;
    this.bags = bags;
    this.contracts = contracts;
    this.notices = notices;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * Once a month; asking again changes at most its days, where the work rested meanwhile.
   *
   * @param months those that have begun
   */
  void ask(Plan plan, Retainer retainer, Engagement it, List<Bag> months) {
    if (asks(it, months, plan.contract())) {
      plan(plan, retainer, it);
    }
  }

  /** Whether a month begins next, and soon. */
  private boolean asks(Engagement it, List<Bag> months, ContractId contract) {
    if (it instanceof Engagement.Preparing) {
      return true;
    }
    var now = clock.instant();
    var next = bags.getObject().next(contract).map(RetainerCourse::at).orElse(null);
    if (months.isEmpty() || next == null || it instanceof Engagement.Paused) {
      return false;
    }
    for (var ahead : List.of(AHEAD, REMINDED)) {
      if (now.isBefore(next.minus(ahead))) {
        timers.at(next.minus(ahead), RetainerCourse.LOOK, contract.toString());
      }
    }
    return !now.isBefore(next.minus(AHEAD));
  }

  private void plan(Plan plan, Retainer retainer, Engagement it) {
    var planned =
        it instanceof Engagement.Preparing
            ? first(plan, retainer)
            : ahead(plan, retainer, bags.getObject().ahead(plan.contract()).orElseThrow());
    var known = store.find(planned.id()).orElse(null);
    if (known == null) {
      store.add(planned);
      notices.asked(plan, planned);
    } else if (known.state() == State.PLANNED && !known.begins().equals(planned.begins())) {
      store.write(known, known.plannedFor(planned.begins(), planned.ends())); // work rested
    }
  }

  private Period first(Plan plan, Retainer retainer) {
    var start = contracts.getObject().terms(plan.contract()).start();
    return Period.planned(plan, 1, start, start.plusMonths(1), retainer);
  }

  private static Period ahead(Plan plan, Retainer retainer, Bag bag) {
    return Period.planned(plan, bag.number(), bag.begins(), bag.ends(), retainer);
  }
}
