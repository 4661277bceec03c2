package org.diestra.money.payments;

import java.util.List;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.work.tasks.Priced;
import org.diestra.work.tasks.Prices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreed tasks that wait for the client's money. */
@Component
class PaymentWaits implements Waits {
  private static final int MOST = 10;
  private final Prices prices;
  private final PlanStore plans;
  private final HouseRights house;

  PaymentWaits(Prices prices, PlanStore plans, HouseRights house) {
    this.prices = prices;
    this.plans = plans;
    this.house = house;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var clients =
        viewer.memberships().stream()
            .filter(m -> m.role().hires())
            .map(Membership::organisation)
            .toList();
    var waiting = clients.isEmpty() ? List.<Priced>of() : prices.waiting(clients, MOST);
    if (waiting.isEmpty()) {
      return List.of();
    }
    var unpaid = house.call(() -> plans.unpaid(waiting));
    return waiting.stream()
        .filter(task -> unpaid.contains(task.id()))
        .map(PaymentWaits::wait)
        .toList();
  }

  private static Wait wait(Priced task) {
    return new Wait(
        task.since(),
        null,
        "wallet",
        "payments.wait",
        null,
        List.of(task.title(), task.price()),
        "/contracts/" + task.contract() + "/money/tasks/" + task.id(),
        "payments.wait.action");
  }
}
