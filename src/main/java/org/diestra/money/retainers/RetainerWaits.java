package org.diestra.money.retainers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.diestra.money.payments.Coming;
import org.diestra.money.payments.Plans;
import org.diestra.money.retainers.PeriodStore.Wanting;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Months of retainers for which money is still to come in. */
@Component
class RetainerWaits implements Waits {
  private static final int MOST = 10;
  private static final int LOOKED = 100;
  private final PeriodStore store;
  private final Plans plans;
  private final Coming coming;
  private final HouseRights house;
  private final Clock clock;

  RetainerWaits(PeriodStore store, Plans plans, Coming coming, HouseRights house, Clock clock) {
    this.store = store;
    this.plans = plans;
    this.coming = coming;
    this.house = house;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var clients = viewer.hiring().stream().map(Membership::organisation).toList();
    if (clients.isEmpty()) {
      return List.of();
    }
    var begun = house.call(() -> store.wanting(clients, LOOKED));
    if (begun.isEmpty()) {
      return List.of();
    }
    var of = plans.of(begun.stream().map(it -> it.period().contract()).toList());
    Function<Wanting, Money> missing =
        it -> {
          var plan = Objects.requireNonNull(of.get(it.period().contract()));
          return it.period().wanted(plan.charges());
        };
    var wanting = begun.stream().filter(it -> missing.apply(it).isPositive()).toList();
    var paid = coming.periods(wanting.stream().map(it -> it.period().id()).toList());
    return wanting.stream()
        .filter(it -> !paid.contains(it.period().id()))
        .limit(MOST)
        .map(it -> wait(it, missing.apply(it), clock.instant()))
        .toList();
  }

  private static Wait wait(Wanting it, Money missing, Instant now) {
    var period = it.period();
    var begins = RetainerCourse.at(period.begins());
    return new Wait(
        begins.minus(MonthAsking.AHEAD).isBefore(now) ? begins.minus(MonthAsking.AHEAD) : now,
        null,
        "wallet",
        period.over()
            ? "retainers.wait.owed"
            : it.promised() ? "retainers.wait.promised" : "retainers.wait",
        null,
        List.of(it.title(), missing, period.begins(), period.last()),
        period.subject().fundPage(),
        it.promised() ? "retainers.wait.promised.action" : "retainers.wait.action");
  }
}
