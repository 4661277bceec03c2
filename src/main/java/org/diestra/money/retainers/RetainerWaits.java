package org.diestra.money.retainers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.diestra.money.payments.Coming;
import org.diestra.money.retainers.PeriodStore.Wanting;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Months of retainers for which money is still to come in. */
@Component
class RetainerWaits implements Waits {
  private static final int MOST = 10;
  private final PeriodStore store;
  private final Coming coming;
  private final HouseRights house;
  private final Clock clock;

  RetainerWaits(PeriodStore store, Coming coming, HouseRights house, Clock clock) {
    this.store = store;
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
    var wanting = house.call(() -> store.wanting(clients, MOST));
    var paid = coming.periods(wanting.stream().map(it -> it.period().id()).toList());
    return wanting.stream()
        .filter(it -> !paid.contains(it.period().id()))
        .map(it -> wait(it, clock.instant()))
        .toList();
  }

  private static Wait wait(Wanting it, Instant now) {
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
        List.of(it.title(), period.wanted(), period.begins(), period.last()),
        period.subject().fundPage(),
        it.promised() ? "retainers.wait.promised.action" : "retainers.wait.action");
  }
}
