package org.diestra.money.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.timers.Timers;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was released waits for some days, and is then the assistant's to call for. */
@Component
class Releases {
  static final String MATURE = "payments:mature";
  static final String PAID = "payments:paid";
  private final ReleaseStore store;
  private final Plans plans;
  private final Ledger ledger;
  private final ObjectProvider<Prices> prices; // which ask here themselves
  private final MoneyLock lock;
  private final PaymentNotices notices;
  private final Timers timers;
  private final Clock clock;

  Releases(
      ReleaseStore store,
      Plans plans,
      Ledger ledger,
      ObjectProvider<Prices> prices,
      MoneyLock lock,
      PaymentNotices notices,
      Timers timers,
      Clock clock) {
    this.store = store;
    this.plans = plans;
    this.ledger = ledger;
    this.prices = prices;
    this.lock = lock;
    this.notices = notices;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * @param entry of the ledger that released it
   * @param net what reached the assistant's side
   */
  void add(Plan plan, TaskId task, UUID entry, Money net) {
    var due = clock.instant().plus(Duration.ofDays(plan.holdDays()));
    store.add(plan, task, entry, net, due);
    timers.at(due, MATURE, Ids.text(entry));
  }

  /** Once all is decided, looks whether the whole of that task's price has reached its people. */
  void look(TaskId task) {
    timers.at(clock.instant(), PAID, task.toString());
  }

  /** Where nothing of it is held, owed or on hold any more it is paid. Twice is as once. */
  @Transactional
  public void paid(TaskId task) {
    if (!store.moreOf(task)) {
      prices.getObject().paid(task);
    }
  }

  /** Its days are over. Asking twice, or too early, changes nothing. */
  @Transactional
  public void mature(UUID entry) {
    var now = clock.instant();
    var known = store.find(entry).orElse(null);
    if (known == null) {
      return;
    }
    prices.getObject().lock(known.task());
    lock.of(plans.of(known.contract()).orElseThrow());
    var held = store.locked(entry).filter(r -> !r.dueAt().isAfter(now)).orElse(null);
    if (held == null) {
      return;
    }
    var plan = plans.of(held.contract()).orElseThrow();
    var assistant = plan.assistant().value();
    var net = plan.money(held.net());
    ledger.post(
        Entry.of(plan.book(), Event.MATURE, "payments:mature:" + entry, now)
            .debit(Account.held(assistant), net)
            .credit(Account.available(assistant), net)
            .about(Plan.page(plan.contract(), held.task())));
    store.matured(entry, now);
    paid(held.task());
    notices.available(plan, net, entry);
  }
}
