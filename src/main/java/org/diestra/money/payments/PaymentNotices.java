package org.diestra.money.payments;

import java.util.UUID;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.springframework.stereotype.Component;

/** Tells both sides what became of money. */
@Component
class PaymentNotices {
  static final String PAYMENT = "payments:payment";
  static final String AVAILABLE = "payments:available";

  private final Notifications notifications;
  private final Sides sides;
  private final Organisations organisations;
  private final MoneyNews news;

  PaymentNotices(
      Notifications notifications, Sides sides, Organisations organisations, MoneyNews news) {
    this.notifications = notifications;
    this.sides = sides;
    this.organisations = organisations;
    this.news = news;
  }

  /** The open pages of both sides show the money anew. */
  void changed(Plan plan) {
    news.changed(plan);
  }

  /** Whoever hires hears what the rail said; that the task is funded is told by the task. */
  void settled(Plan plan, PayIn payIn) {
    var facts = payIn.facts();
    boolean paid = payIn instanceof PayIn.Paid;
    for (var person : sides.people(Side.CLIENT, plan.client(), plan.assistant())) {
      notifications.tell(
          Notice.to(
                  person,
                  PAYMENT,
                  facts.href(),
                  paid ? "payments.notice.paid" : "payments.notice.failed",
                  facts.total())
              .once("payments:settled:" + facts.id()));
    }
    changed(plan);
  }

  /**
   * @param went what of it reached the client's account
   */
  void refunded(Refund refund, Money went) {
    var rest = refund.amount().minus(went);
    var key =
        rest.isZero()
            ? "payments.notice.refunded"
            : went.isZero() ? "payments.notice.returned" : "payments.notice.refunded.partly";
    for (var person : organisations.hiring(refund.client())) {
      notifications.tell(
          Notice.to(
                  person,
                  PAYMENT,
                  "/money?of=" + Ids.text(refund.client().value()),
                  key,
                  went.isZero() ? refund.amount() : went,
                  rest)
              .once("payments:refunded:" + refund.id()));
    }
  }

  void available(Plan plan, Money net, UUID entry) {
    notifications.tell(
        Notice.to(plan.assistant(), AVAILABLE, "/money", "payments.notice.available", net)
            .once("payments:available:" + Ids.text(entry)));
    changed(plan);
  }
}
