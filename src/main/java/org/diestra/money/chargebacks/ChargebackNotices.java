package org.diestra.money.chargebacks;

import org.diestra.money.payments.Clawback.Claimed;
import org.diestra.money.payments.Clawback.Found;
import org.diestra.money.payments.Plan;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Money;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells both sides what a bank took back, and what it is to either of them. */
@Component
class ChargebackNotices {
  static final String TAKEN = "chargebacks:taken";
  private final Notifications notifications;
  private final Organisations organisations;

  ChargebackNotices(Notifications notifications, Organisations organisations) {
    this.notifications = notifications;
    this.organisations = organisations;
  }

  void taken(Claimed claimed, Chargeback it) {
    client(claimed, it, "chargebacks.notice.taken", it.amount());
  }

  /** An assistant hears of it where it takes something from them. */
  void found(Claimed claimed, Chargeback it, Found found) {
    var page = claimed.subject().page();
    if (found.ofHeld().isPositive()) {
      assistant(claimed.plan(), it, "/money", "chargebacks.notice.held", found.ofHeld());
    }
    if (found.escrow().isPositive()) {
      assistant(claimed.plan(), it, page, "chargebacks.notice.escrow", found.escrow());
    }
  }

  void paid(Plan plan, Chargeback it, Money ofHeld) {
    if (ofHeld.isPositive()) {
      assistant(plan, it, "/money", "chargebacks.notice.paid", ofHeld);
    }
  }

  void returned(Claimed claimed, Chargeback it) {
    client(claimed, it, "chargebacks.notice.returned", it.amount());
    if (it.held().isPositive()) {
      assistant(claimed.plan(), it, "/money", "chargebacks.notice.paid", it.held());
    }
  }

  private void client(Claimed claimed, Chargeback it, String key, Object... args) {
    for (var person : organisations.hiring(it.client())) {
      notifications.tell(
          Notice.to(person, TAKEN, claimed.page(), key, args).once(key + ":" + it.id()));
    }
  }

  private void assistant(Plan plan, Chargeback it, String page, String key, Object... args) {
    notifications.tell(
        Notice.to(plan.assistant(), TAKEN, page, key, args)
            .once(key + ":" + it.id() + ":" + it.steps()));
  }
}
