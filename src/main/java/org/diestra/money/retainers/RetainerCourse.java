package org.diestra.money.retainers;

import java.time.Clock;
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
import org.diestra.platform.base.Money;
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

  private static final int LOST = 30; // days after its end by which its last week is long closed

  private final PeriodStore store;
  private final PeriodBooks books;
  private final MonthAsking asking;
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
      MonthAsking asking,
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
    this.asking = asking;
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
        .forEach(bag ->
            store.add(Period.planned(plan, bag.number(), bag.begins(), bag.ends(), retainer)));
    asking.ask(plan, retainer, it, months);
    for (var period : store.of(plan.contract())) {
      follow(plan, it, months, period);
    }
    notices.changed(plan);
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
        end(plan, period, period.end(plan.money(0), period.ends()), plan.money(0));
      } else if (period.number() > 1
          && !(it instanceof Engagement.Paused)
          && !clock.instant().isBefore(at(period.begins()).minus(MonthAsking.REMINDED))) {
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
      var over = ended(plan, it, bag, period);
      end(plan, period, over, kept(plan, it, bag, over));
    }
  }

  /** Lines in dispute were counted after its end: it may have earned more by them. */
  private void more(Plan plan, Engagement it, Bag bag, Period before) {
    var after = ended(plan, it, bag, before);
    if (Objects.requireNonNull(after.due()).isMoreThan(Objects.requireNonNull(before.due()))) {
      end(plan, before, after, kept(plan, it, bag, after));
    } else if (before.held().isPositive()) {
      books.settle(
          plan, before, kept(plan, it, bag, before)); // frees what was kept for lines in dispute
    }
  }

  /** What lines in dispute would add to what was earned, if all of them were counted after all. */
  private Money kept(Plan plan, Engagement it, Bag bag, Period period) {
    int disputed =
        bags.getObject().draws(bag.contract(), bag.number()).stream()
            .filter(Draw::inDispute)
            .mapToInt(Draw::withheld)
            .sum();
    var most =
        Objects.requireNonNull(
            ended(plan, it, bag.drawnMore(Math.min(disputed, bag.left())), period).due());
    var due = Objects.requireNonNull(period.due());
    return most.isMoreThan(due) ? most.minus(due) : Money.zero(due.currency());
  }

  /** Whether no month begins any more. */
  private boolean never(Engagement it, ContractId contract) {
    return (it instanceof Engagement.Ended || it instanceof Engagement.Ending)
        && bags.getObject().next(contract).isEmpty();
  }

  private static Period ended(Plan plan, Engagement it, Bag bag, Period period) {
    var last = LocalDate.ofInstant(it.facts().since(), ZoneOffset.UTC);
    return it instanceof Engagement.Ended && last.isBefore(bag.ends())
        ? period.end(period.earned(bag, last, plan.charges()), last.plusDays(1))
        : period.end(period.earned(bag, plan.charges()), bag.ends());
  }

  private void end(Plan plan, Period before, Period after, Money kept) {
    store.write(before, after);
    var settled = books.settle(plan, after, kept);
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
