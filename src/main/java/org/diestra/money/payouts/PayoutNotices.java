package org.diestra.money.payouts;

import java.time.Instant;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notice.Said;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells assistants how their payouts stand. */
@Component
class PayoutNotices {
  /** On its way: approved, sent. */
  static final String STEP = "payouts:step";

  /** At its end: paid, returned, declined. */
  static final String END = "payouts:end";

  /** What concerns the account rather than one payout. */
  static final String DETAILS = "payouts:details";

  private final Notifications notifications;

  PayoutNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  void moved(Payout payout) {
    var facts = payout.facts();
    boolean onItsWay = payout.state() == State.APPROVED || payout.state() == State.SENT;
    var args =
        payout instanceof Payout.Returned returned
            ? new Object[] {facts.amount(), new Said("payouts.reason." + returned.why())}
            : new Object[] {facts.amount()};
    notifications.tell(
        Notice.to(
                facts.person(),
                onItsWay ? STEP : END,
                facts.href(),
                "payouts.notice." + payout.state().slug(),
                args)
            .once("payouts:moved:" + facts.id() + ":" + facts.version()));
  }

  void frozen(PersonId person, Instant at) {
    about(person, "payouts.notice.frozen", at);
  }

  void thawed(PersonId person, Instant at) {
    about(person, "payouts.notice.thawed", at);
  }

  private void about(PersonId person, String key, Instant at) {
    notifications.tell(
        Notice.to(person, DETAILS, "/money/payouts/details", key).once(key + ":" + at));
  }
}
