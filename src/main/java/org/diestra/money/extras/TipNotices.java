package org.diestra.money.extras;

import org.diestra.money.extras.Tip.Given;
import org.diestra.money.payments.MoneyNews;
import org.diestra.money.payments.Plan;
import org.diestra.platform.base.Ids;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.springframework.stereotype.Component;

/** Tells the assistant of a tip. */
@Component
class TipNotices {
  static final String TIP = "extras:tip";

  private final Notifications notifications;
  private final Sides sides;
  private final MoneyNews news;

  TipNotices(Notifications notifications, Sides sides, MoneyNews news) {
    this.notifications = notifications;
    this.sides = sides;
    this.news = news;
  }

  void given(Plan plan, Given tip) {
    var facts = tip.facts();
    notifications.tell(
        Notice.to(
                plan.assistant(),
                TIP,
                facts.subject().page(),
                plan.promised() ? "extras.promised.notice.tip" : "extras.notice.tip",
                sides.name(Side.CLIENT, plan.client(), plan.assistant()),
                facts.amount())
            .once("extras:tip:" + Ids.text(facts.id())));
    changed(plan);
  }

  /** The open pages of both sides show it anew. */
  void changed(Plan plan) {
    news.changed(plan);
  }
}
