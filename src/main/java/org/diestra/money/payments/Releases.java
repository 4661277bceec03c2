package org.diestra.money.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.ReleaseStore.Held;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what was released: it waits for some days, and is then the assistant's to call for.
 */
@Component
public class Releases {
  static final String MATURE = "payments:mature";
  static final String MATURE_WEEKS = "payments:mature-weeks";
  static final String PAID = "payments:paid";
  private static final int SET = 500;
  private final ReleaseStore store;
  private final Plans plans;
  private final Ledger ledger;
  private final ObjectProvider<Prices> prices; // which ask here themselves
  private final ObjectProvider<SaleFollower> followers;
  private final MoneyLock lock;
  private final PaymentNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  Releases(
      ReleaseStore store,
      Plans plans,
      Ledger ledger,
      ObjectProvider<Prices> prices,
      ObjectProvider<SaleFollower> followers,
      MoneyLock lock,
      PaymentNotices notices,
      Timers timers,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.plans = plans;
    this.ledger = ledger;
    this.prices = prices;
    this.followers = followers;
    this.lock = lock;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  /** A sale, and how its contract's money runs. */
  public record Sold(Plan plan, Sale sale) {
    Instant due() {
      return sale.at().plus(Duration.ofDays(plan.holdDays()));
    }
  }

  /**
   * Keeps what was sold, in the transaction that released it.
   *
   * @param sold some hundreds at most; weeks that were sold at one instant mature together
   */
  @Transactional
  public void add(List<Sold> sold) {
    var sales = sold.stream().map(Sold::sale).toList();
    if (sales.isEmpty()) {
      return;
    }
    house.call(() -> {
      store.add(sales, sold.stream().map(Sold::due).toList());
      return sales;
    });
    var weeks = new HashSet<Instant>();
    for (var it : sold) {
      if (it.plan().promised()) {
        continue; // the assistant's word ends it, not time
      }
      switch (it.sale().work()) {
        case Sale.Work.OfWeek week -> weeks.add(it.due());
        case Sale.Work.OfTask(var task, var title) -> {
          if (it.sale().net().isPositive()) {
            timers.at(it.due(), MATURE, Ids.text(it.sale().entry()));
          } else {
            look(task); // a fee took all of it, so nothing will mature
          }
        }
        case Sale.Work.OfExtra extra ->
            timers.at(it.due(), MATURE, Ids.text(it.sale().entry())); // no fee is taken of it
        case Sale.Work.OfPeriod month -> timers.at(it.due(), MATURE, Ids.text(it.sale().entry()));
      }
    }
    weeks.forEach(due -> timers.at(due, MATURE_WEEKS, "due"));
    followers.orderedStream().forEach(follower -> follower.sold(sales));
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
    var known = store.find(entry).filter(h -> h.week() == null).orElse(null);
    if (known == null) {
      return;
    }
    var task = known.task();
    if (task != null) {
      prices.getObject().lock(task);
    }
    var plan = plans.of(known.contract()).orElseThrow();
    if (plan.promised()) {
      return;
    }
    lock.of(plan);
    var held = store.locked(entry).filter(r -> !r.dueAt().isAfter(now)).orElse(null);
    if (held == null) {
      return;
    }
    matured(List.of(held), now);
    if (task != null) {
      paid(task);
    }
    months(List.of(held));
  }

  /**
   * The days of many weeks are over: takes a set of them.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean matureWeeks() {
    var now = clock.instant();
    return house.call(() -> {
      var due = store.dueWeeks(now, SET);
      if (!due.isEmpty()) {
        lock.of(plans.of(due.stream().map(Held::contract).toList()).values());
        var held = store.locked(due.stream().map(Held::entry).toList());
        matured(held, now);
        var over = store.weeksOver(held.stream().map(Held::entry).toList());
        followers.orderedStream().forEach(follower -> follower.matured(over));
      }
      return due.size() == SET;
    });
  }

  /**
   * The assistants have said that all of it arrived, or let the rest of it go, of what clients had
   * promised to pay directly; whoever posts that holds the lock of their money. Twice is as once.
   *
   * @param entries that released it, some hundreds at most, of such contracts alone
   */
  @Transactional
  public void arrived(Collection<UUID> entries) {
    house.call(() -> {
      var done = store.locked(entries);
      store.matured(done.stream().map(Held::entry).toList(), clock.instant());
      done.stream().flatMap(h -> Stream.ofNullable(h.task())).distinct().forEach(this::look);
      var over = store.weeksOver(done.stream().map(Held::entry).toList());
      followers.orderedStream().forEach(follower -> follower.matured(over));
      months(done);
      return done;
    });
  }

  private void months(List<Held> matured) {
    var over = matured.stream().flatMap(h -> Stream.ofNullable(h.period())).distinct().toList();
    store
        .monthsOver(over)
        .forEach(month -> followers.orderedStream().forEach(f -> f.monthMatured(month)));
  }

  /** The weeks of a contract of which something was released and still waits. */
  @Transactional(readOnly = true)
  public Set<LocalDate> waiting(ContractId contract) {
    return house.call(() ->
        store.of(contract).stream()
            .flatMap(h -> Stream.ofNullable(h.week()))
            .collect(Collectors.toSet()));
  }

  private void matured(List<Held> held, Instant now) {
    var of = plans.of(held.stream().map(Held::contract).toList());
    Function<Held, Plan> plan = h -> Objects.requireNonNull(of.get(h.contract()));
    var some = held.stream().filter(h -> h.net() > 0).toList(); // not all was taken back
    if (!some.isEmpty()) {
      ledger.post(some.stream().map(h -> entry(plan.apply(h), h, now)).toList());
    }
    store.matured(held.stream().map(Held::entry).toList(), now);
    some.forEach(h -> notices.available(plan.apply(h), plan.apply(h).money(h.net()), h.entry()));
  }

  private static Entry entry(Plan plan, Held held, Instant now) {
    var assistant = plan.assistant().value();
    var net = plan.money(held.net());
    return Entry.of(plan.book(), Event.MATURE, "payments:mature:" + held.entry(), now)
        .debit(Account.held(assistant), net)
        .credit(Account.available(assistant), net)
        .about(page(plan, held));
  }

  private static String page(Plan plan, Held held) {
    var extra = held.extra();
    if (extra != null) {
      return Subject.extra(plan.contract(), extra).page();
    }
    var period = held.period();
    if (period != null) {
      return Subject.period(plan.contract(), period).page();
    }
    var task = held.task();
    return task == null
        ? Plan.page(plan.contract(), held.week())
        : Plan.page(plan.contract(), task);
  }
}
