package org.diestra.money.payments;

import java.time.Clock;
import java.util.List;
import org.diestra.money.payments.PlanStore.Missing;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.work.tasks.Priced;
import org.diestra.work.tasks.Prices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks for which some of the client's money is still to come in. */
@Component
class PaymentWaits implements Waits {
  private static final int MOST = 10;
  private static final int LOOKED = 100;
  private final Prices prices;
  private final PlanStore plans;
  private final HouseRights house;
  private final Clock clock;

  PaymentWaits(Prices prices, PlanStore plans, HouseRights house, Clock clock) {
    this.prices = prices;
    this.plans = plans;
    this.house = house;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var clients = viewer.hiring().stream().map(Membership::organisation).toList();
    var waiting = clients.isEmpty() ? List.<Priced>of() : prices.waiting(clients, LOOKED);
    if (waiting.isEmpty()) {
      return List.of();
    }
    var missing = house.call(() -> plans.missing(waiting, clock.instant()));
    return waiting.stream()
        .filter(task -> missing.containsKey(task.id()))
        .limit(MOST)
        .map(task -> wait(task, missing.get(task.id())))
        .toList();
  }

  private static Wait wait(Priced task, @Nullable Missing missing) {
    boolean promised = missing != null && missing.promised();
    return new Wait(
        task.since(),
        null,
        "wallet",
        promised ? "payments.promised.wait" : "payments.wait",
        null,
        List.of(task.title(), missing == null ? task.price() : missing.amount()),
        "/contracts/" + task.contract() + "/money/tasks/" + task.id(),
        promised ? "payments.promised.open" : "payments.wait.action");
  }
}
