package org.diestra.money.billing;

import java.time.Clock;
import java.util.List;
import org.diestra.money.payments.Coming;
import org.diestra.money.payments.Subject;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contracts whose deposit for hours is not full. */
@Component
class BillingWaits implements Waits {
  private static final int MOST = 10;
  private final Standings standings;
  private final Coming coming;
  private final HouseRights house;
  private final Clock clock;

  BillingWaits(Standings standings, Coming coming, HouseRights house, Clock clock) {
    this.standings = standings;
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
    var asking =
        house.call(() -> standings.alive(clients)).stream().filter(Standing::asks).toList();
    var paid = coming.hours(asking.stream().map(it -> it.hourly().contract()).toList());
    return asking.stream()
        .filter(it -> !paid.contains(it.hourly().contract()))
        .limit(MOST)
        .map(this::wait)
        .toList();
  }

  private Wait wait(Standing it) {
    return new Wait(
        clock.instant(),
        null,
        "wallet",
        it.owed().isPositive() ? "billing.wait.owed" : "billing.wait",
        null,
        List.of(it.hourly().title(), it.wanted(), it.owed()),
        Subject.hours(it.hourly().contract()).fundPage(),
        "billing.wait.action");
  }
}
