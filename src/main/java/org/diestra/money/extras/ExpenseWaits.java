package org.diestra.money.extras;

import java.util.List;
import java.util.Locale;
import org.diestra.money.extras.Expense.Approved;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Expenses that wait for one side: an answer, a payment, a receipt. */
@Component
class ExpenseWaits implements Waits {
  private static final int MOST = 10;
  private final ExpenseStore store;
  private final HouseRights house;

  ExpenseWaits(ExpenseStore store, HouseRights house) {
    this.store = store;
    this.house = house;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var clients = viewer.hiring().stream().map(Membership::organisation).toList();
    if (clients.isEmpty() && !viewer.assistant()) {
      return List.of();
    }
    return house.call(() -> store.waiting(clients, viewer.id(), MOST)).stream()
        .map(ExpenseWaits::wait)
        .toList();
  }

  private static Wait wait(Expense it) {
    var facts = it.facts();
    var receipt = it.receipt();
    var key = "extras.wait." + it.state().name().toLowerCase(Locale.ROOT);
    return new Wait(
        facts.since(),
        it.dueAt(),
        "receipt-text",
        key,
        null,
        List.of(facts.what(), receipt == null ? facts.ceiling() : receipt.amount()),
        it instanceof Approved ? facts.subject().fundPage() : facts.page(),
        key + ".action");
  }
}
