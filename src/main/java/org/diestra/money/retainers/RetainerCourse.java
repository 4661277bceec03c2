package org.diestra.money.retainers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.SaleFollower;
import org.diestra.money.retainers.Period.State;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractFollower;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Pay.Retainer;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.EngagementEnded;
import org.diestra.work.engagements.EngagementEnding;
import org.diestra.work.engagements.EngagementRunning;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.time.Bag;
import org.diestra.work.time.BagFollower;
import org.diestra.work.time.Bags;
import org.diestra.work.time.Draw;
import org.diestra.work.time.Hours;
import org.diestra.work.time.WeekId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the months of retainers with their money. Whatever happened, it looks at a contract as it
 * stands and does what is missing: looked at twice, or late, it comes to the same.
 */
@Component
class RetainerCourse implements BagFollower, ContractFollower, SaleFollower {
  static final String LOOK = "retainers:look";

  /** A month is asked for so long before it begins. */
  static final Duration AHEAD = Duration.ofDays(7);

  private static final Duration REMINDED = Duration.ofDays(2);
  private static final int LOST = 30; // days after its end by which its last week is long closed

  private final PeriodStore store;
  private final PeriodBooks books;
  private final ObjectProvider<Bags> bags; // who ask here themselves
  private final ObjectProvider<Hours> hours;
  private final ObjectProvider<Contracts> contracts;
  private final ObjectProvider<Engagements> engagements;
  private final Plans plans;
  private final MoneyLock lock;
  private final RetainerNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  RetainerCourse(
      PeriodStore store,
      PeriodBooks books,
      ObjectProvider<Bags> bags,
      ObjectProvider<Hours> hours,
      ObjectProvider<Contracts> contracts,
      ObjectProvider<Engagements> engagements,
      Plans plans,
      MoneyLock lock,
      RetainerNotices notices,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.books = books;
    this.bags = bags;
    this.hours = hours;
    this.contracts = contracts;
    this.engagements = engagements;
    this.plans = plans;
    this.lock = lock;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void signed(Signed signed) {
    if (signed.terms().pay().retainer() != null) {
      moved(signed.contract().id());
    }
  }

  /** Looked at apart, as the money of its client is locked before anything of time. */
  @Override
  public void moved(ContractId contract) {
    timers.at(clock.instant(), LOOK, contract.toString());
  }

  @ApplicationModuleListener
  void runs(EngagementRunning event) {
    look(event.contract());
  }

  @ApplicationModuleListener
  void ends(EngagementEnding event) {
    look(event.contract());
  }

  @ApplicationModuleListener
  void ended(EngagementEnded event) {
    look(event.contract());
  }

  @Override
  public void sold(List<Sale> sales) {}

  /** Its hours are paid, where nothing of it is owed any more. */
  @Override
  public void monthMatured(UUID id) {
    house.call(() -> {
      store
          .find(id)
          .filter(period -> period.over() && period.owed().isZero())
          .ifPresent(period -> hours.getObject().paid(weeks(period)));
      return id;
    });
  }

  private List<WeekId> weeks(Period period) {
    return bags.getObject().draws(period.contract(), period.number()).stream()
        .filter(draw -> draw.drawn() > 0)
        .map(Draw::week)
        .map(week -> new WeekId(period.contract(), week))
        .toList();
  }

  /** Does what is missing; nothing where there is no retainer, or no money is held for it. */
  @Transactional
  public void look(ContractId contract) {
    var plan = plans.of(contract).orElse(null);
    if (plan == null) {
      return;
    }
    house.call(() -> {
      var retainer = contracts.getObject().terms(contract).pay().retainer();
      if (retainer != null) {
        lock.of(plan);
        look(plan, retainer);
      }
      return plan;
    });
  }

  private void look(Plan plan, Retainer retainer) {
    var it = engagements.getObject().find(plan.contract()).orElseThrow();
    var months = bags.getObject().of(plan.contract());
    var known = store.of(plan.contract()).stream().map(Period::number).toList();
    months.stream()
        .filter(bag -> !known.contains(bag.number())) // one at most, unless it comes late
        .forEach(bag -> store.add(Period.planned(plan, bag.number(), bag.begins(), retainer)));
    if (asks(it, months, plan.contract())) {
      plan(plan, retainer, it, months);
    }
    for (var period : store.of(plan.contract())) {
      follow(plan, it, months, period);
    }
    notices.changed(plan);
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
        timers.at(next.minus(ahead), LOOK, contract.toString());
      }
    }
    return !now.isBefore(next.minus(AHEAD));
  }

  private void plan(Plan plan, Retainer retainer, Engagement it, List<Bag> months) {
    var begins =
        it instanceof Engagement.Preparing
            ? contracts.getObject().terms(plan.contract()).start()
            : bags.getObject().next(plan.contract()).orElseThrow();
    var planned = Period.planned(plan, months.size() + 1, begins, retainer);
    if (store.find(planned.id()).isEmpty()) {
      store.add(planned);
      notices.asked(plan, planned);
    }
  }

  private void follow(Plan plan, Engagement it, List<Bag> months, Period found) {
    var period = found;
    boolean begun = period.number() <= months.size();
    if (found.over()) {
      if (begun) {
        more(plan, it, months.get(period.number() - 1), found);
      }
      return;
    }
    if (!begun) {
      if (never(it, plan.contract())) {
        end(plan, period, period.end(plan.money(0), period.ends()));
      } else if (period.number() > 1
          && !(it instanceof Engagement.Paused)
          && !clock.instant().isBefore(at(period.begins()).minus(REMINDED))) {
        notices.reminded(plan, period);
      }
      return;
    }
    var bag = months.get(period.number() - 1);
    if (period.state() == State.PLANNED) {
      period = period.begin(bag);
      store.write(found, period);
      notices.begun(plan, period);
    }
    if (bag.closed()) {
      end(plan, period, ended(it, bag, period));
    }
  }

  /** Lines in dispute were counted after its end: it may have earned more by them. */
  private void more(Plan plan, Engagement it, Bag bag, Period before) {
    var after = ended(it, bag, before);
    if (Objects.requireNonNull(after.due()).isMoreThan(Objects.requireNonNull(before.due()))) {
      end(plan, before, after);
    }
  }

  /** Whether no month begins any more. */
  private boolean never(Engagement it, ContractId contract) {
    return it instanceof Engagement.Ended
        || it instanceof Engagement.Ending && bags.getObject().next(contract).isEmpty();
  }

  private static Period ended(Engagement it, Bag bag, Period period) {
    var last = LocalDate.ofInstant(it.facts().since(), ZoneOffset.UTC);
    return it instanceof Engagement.Ended && last.isBefore(bag.ends())
        ? period.end(period.earned(bag, last), last.plusDays(1))
        : period.end(period.earned(bag), bag.ends());
  }

  private void end(Plan plan, Period before, Period after) {
    store.write(before, after);
    var settled = books.settle(plan, after);
    hours.getObject().billed(weeks(settled));
    audit.record(
        Deed.of("retainers", "end-month")
            .on("contract", plan.contract().value())
            .onBehalfOf(plan.client().value())
            .with("month", before.begins().toString())
            .with("earned", String.valueOf(after.due()))
            .moved(before.state().name(), after.state().name()));
    notices.ended(plan, before, settled);
  }

  static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** What a timer has lost. */
  @Transactional
  public void sweep() {
    house.call(() -> {
      var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(LOST);
      var behind = store.behind(since);
      behind.forEach(this::moved);
      return behind;
    });
  }
}
