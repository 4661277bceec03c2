package org.diestra.money.extras;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diestra.money.extras.Expense.Handed;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plans;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What time decides about expenses, where nobody does. */
@Service
class ExpenseTimes {
  static final String DUE = "extras:expense";
  static final String REMIND = "extras:reminder";
  private static final Duration WARNED = Duration.ofDays(4); // before silence accepts
  private static final Duration LATE = Duration.ofHours(1);
  private static final int SWEPT = 500;
  private final ExpenseStore store;
  private final ExpenseTrail trail;
  private final Plans plans;
  private final MoneyLock lock;
  private final ExpenseNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  ExpenseTimes(
      ExpenseStore store,
      ExpenseTrail trail,
      Plans plans,
      MoneyLock lock,
      ExpenseNotices notices,
      Timers timers,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.trail = trail;
    this.plans = plans;
    this.lock = lock;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  /** Its time may be over: a receipt that nobody answered is accepted, all else lapses. */
  @Transactional
  public void due(UUID expense) {
    house.call(() -> {
      var known = store.find(expense).orElse(null);
      if (known == null) {
        return expense;
      }
      var plan = plans.of(known.facts().contract()).orElseThrow();
      lock.of(plan);
      var now = clock.instant();
      var found = store.locked(expense).orElseThrow();
      var at = found.dueAt();
      if (at != null && !at.isAfter(now)) {
        var moved =
            found instanceof Handed handed
                ? trail.accepted(handed, now)
                : trail.over(found, found.lapse(now), now);
        store.move(moved, null);
        trail.after(plan, found, moved, null);
      } else {
        store.look(found);
      }
      return expense;
    });
  }

  /** Whose turn it is hears again that silence will decide: it accepts, or lets it lapse. */
  @Transactional
  public void remind(UUID expense) {
    house.call(() -> {
      var found = store.find(expense).orElse(null);
      if (found != null && found.acceptable() && !remindAt(found).isAfter(clock.instant())) {
        notices.remind(plans.of(found.facts().contract()).orElseThrow(), found);
      }
      return expense;
    });
  }

  /** Of one whose receipt is there. */
  static Instant remindAt(Expense brought) {
    return brought.facts().since().plus(Expense.PATIENCE).minus(WARNED);
  }

  /** Whatever became of their timers. */
  void sweep() {
    house
        .call(() -> store.overdue(clock.instant().minus(LATE), SWEPT))
        .forEach(id -> timers.at(clock.instant(), DUE, Ids.text(id)));
  }
}
