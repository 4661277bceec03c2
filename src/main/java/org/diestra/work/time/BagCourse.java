package org.diestra.work.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.EngagementEnded;
import org.diestra.work.engagements.EngagementRunning;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.time.PlanStore.Plan;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins the months of retainers and closes them, once each: with a timer a contract, with each
 * week that is closed, and with a sweep for what a timer has lost.
 */
@Component
class BagCourse {
  static final String BAG = "time:bag";
  private static final Duration AFTER = Duration.ofMinutes(1); // its last week is closed by then

  private final BagStore store;
  private final PlanStore plans;
  private final SheetStore sheets;
  private final Engagements engagements;
  private final BagNotices notices;
  private final ObjectProvider<BagFollower> followers; // who ask here themselves
  private final ObjectProvider<RetainerFunds> funds; // as well
  private final Timers timers;
  private final HouseRights house;
  private final Clock clock;

  BagCourse(
      BagStore store,
      PlanStore plans,
      SheetStore sheets,
      Engagements engagements,
      BagNotices notices,
      ObjectProvider<BagFollower> followers,
      ObjectProvider<RetainerFunds> funds,
      Timers timers,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.plans = plans;
    this.sheets = sheets;
    this.engagements = engagements;
    this.notices = notices;
    this.followers = followers;
    this.funds = funds;
    this.timers = timers;
    this.house = house;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void runs(EngagementRunning event) {
    look(event.contract());
  }

  @ApplicationModuleListener
  void ended(EngagementEnded event) {
    look(event.contract());
  }

  /** Begins and closes what is due. Asking twice, or too early, changes nothing. */
  @Transactional
  public void look(ContractId contract) {
    house.call(() -> {
      move(contract);
      return contract;
    });
  }

  /** The same in the caller's transaction, in which the contract's months stay locked. */
  void move(ContractId contract) {
    var plan = plans.find(contract).filter(p -> p.allowance() != null).orElse(null);
    var it = plan == null ? null : engagements.find(contract).orElse(null);
    if (plan == null || it == null) {
      return;
    }
    store.lock(contract);
    var bags = new ArrayList<>(store.of(contract));
    int before = bags.size();
    begin(plan, it, bags);
    boolean closed = close(it, bags);
    if (bags.size() > before || closed) {
      followers.orderedStream().forEach(follower -> follower.moved(contract));
    }
    wake(it, bags);
  }

  private void begin(Plan plan, Engagement it, List<Bag> bags) {
    var agreed = Objects.requireNonNull(plan.allowance());
    var runs = engagements.runs(plan.contract());
    var begun =
        BagMonths.begun(it, runs, List.copyOf(bags), agreed, plan.bagsFrom(), clock.instant());
    begun.forEach(store::add);
    bags.addAll(begun);
  }

  /** In order, as each rolls on into the next. */
  private boolean close(Engagement it, List<Bag> bags) {
    boolean any = false;
    for (int i = 0; i < bags.size(); i++) {
      var bag = bags.get(i);
      var next = i + 1 < bags.size() ? bags.get(i + 1) : null;
      if (bag.closed()) {
        continue;
      }
      var last = BagMonths.lastWeek(bag, next, it);
      if (!over(bag, last)) {
        break;
      }
      var closed = bag.close(goesOn(it, bag, next));
      bags.set(i, closed);
      store.write(closed, clock.instant());
      int rolled = Objects.requireNonNull(closed.rolledOn());
      if (next != null && rolled > 0) {
        var received = next.receive(rolled);
        bags.set(i + 1, received);
        store.write(received, clock.instant());
      }
      if (!(it instanceof Engagement.Ended)) {
        notices.closed(it, closed, rolled);
      }
      any = true;
    }
    return any;
  }

  private boolean goesOn(Engagement it, Bag bag, @Nullable Bag next) {
    boolean ends = it instanceof Engagement.Ended && next == null;
    return !ends
        && funds
            .orderedStream()
            .allMatch(f -> f.bought(bag.contract(), bag.number(), bag.drawn() > 0));
  }

  private boolean over(Bag bag, Week last) {
    var now = clock.instant();
    return !now.isBefore(last.closesAt())
        && !sheets.open(bag.contract(), new Week(bag.firstWeek()), last);
  }

  /** After a week of it was closed there may be one to close. */
  void later(ContractId contract) {
    timers.at(clock.instant(), BAG, contract.toString());
  }

  private void wake(Engagement it, List<Bag> bags) {
    var now = clock.instant();
    for (int i = 0; i < bags.size(); i++) {
      var bag = bags.get(i);
      var next = i + 1 < bags.size() ? bags.get(i + 1) : null;
      if (!bag.closed()) {
        wake(BagMonths.lastWeek(bag, next, it).closesAt().plus(AFTER), now, bag.contract());
      }
      if (next == null) {
        wake(bag.ends().atStartOfDay(ZoneOffset.UTC).toInstant(), now, bag.contract());
      }
    }
    if (bags.isEmpty() && it.facts().startedAt() != null) {
      next(it.facts().contract())
          .ifPresent(day ->
              wake(day.atStartOfDay(ZoneOffset.UTC).toInstant(), now, it.facts().contract()));
    }
  }

  private void wake(Instant at, Instant now, ContractId contract) {
    if (at.isAfter(now)) {
      timers.at(at, BAG, contract.toString());
    }
  }

  /** The day on which the next one may begin, as it stands; empty where none will. */
  Optional<LocalDate> next(ContractId contract) {
    var runs = engagements.runs(contract);
    var bags = store.of(contract);
    if (bags.isEmpty()) {
      return plans
          .find(contract)
          .flatMap(plan -> Optional.ofNullable(plan.bagsFrom()))
          .flatMap(from -> BagMonths.beginning(from, runs));
    }
    return BagMonths.beginning(bags.getLast().ends(), runs);
  }

  /** What a timer has lost. */
  @Transactional
  public void sweep() {
    house.call(() -> {
      var behind = store.behind(BagMonths.day(clock.instant()));
      behind.forEach(this::later);
      return behind;
    });
  }
}
