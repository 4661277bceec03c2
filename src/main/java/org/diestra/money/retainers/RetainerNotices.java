package org.diestra.money.retainers;

import org.diestra.money.payments.MoneyNews;
import org.diestra.money.payments.Plan;
import org.diestra.money.retainers.Period.State;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.springframework.stereotype.Component;

/** Tells both sides how the money for a month stands, once for each change. */
@Component
class RetainerNotices {
  static final String MONTH = "retainers:month";

  private final Notifications notifications;
  private final Sides sides;
  private final MoneyNews news;

  RetainerNotices(Notifications notifications, Sides sides, MoneyNews news) {
    this.notifications = notifications;
    this.sides = sides;
    this.news = news;
  }

  /** The open pages of both sides show it anew. */
  void changed(Plan plan) {
    news.changed(plan);
  }

  /** The next month is to be paid in before it begins. */
  void asked(Plan plan, Period period) {
    client(
        plan,
        period,
        period.subject().fundPage(),
        plan.promised() ? "retainers.notice.asked.promised" : "retainers.notice.asked",
        "asked",
        period.wanted(plan.charges()));
  }

  /** It begins soon, and is not paid in. */
  void reminded(Plan plan, Period period) {
    if (period.wanted(plan.charges()).isPositive() && !plan.promised()) {
      client(
          plan,
          period,
          period.subject().fundPage(),
          "retainers.notice.reminder",
          "reminder",
          period.wanted(plan.charges()));
    }
  }

  /** It has begun, and is not paid in. */
  void begun(Plan plan, Period period) {
    if (period.wanted(plan.charges()).isPositive() && !plan.promised()) {
      client(
          plan,
          period,
          period.subject().fundPage(),
          "retainers.notice.unpaid.client",
          "begun",
          period.wanted(plan.charges()));
      assistant(plan, period, "retainers.notice.unpaid", "begun", period.wanted(plan.charges()));
    }
  }

  /**
   * @param price what came in for it
   */
  void funded(Plan plan, Period period, Money price) {
    assistant(
        plan,
        period,
        period.over()
            ? "retainers.notice.late"
            : plan.promised() ? "retainers.notice.funded.promised" : "retainers.notice.funded",
        "funded:" + period.steps(),
        price);
    changed(plan);
  }

  /** The assistant does not want so much of it. */
  void givenBack(Plan plan, Period period, Money amount) {
    client(
        plan,
        period,
        period.page(),
        "retainers.notice.given-back",
        "given-back:" + period.steps(),
        amount);
    changed(plan);
  }

  /** It is over, or will never begin. */
  void ended(Plan plan, Period before, Period after) {
    var due = after.due();
    if (due == null) {
      throw new IllegalStateException("not over: " + after);
    }
    var once = "ended:" + after.steps();
    if (due.isPositive()) {
      if (after.owed().isPositive()) {
        client(
            plan,
            after,
            after.subject().fundPage(),
            "retainers.notice.owed.client",
            once,
            after.wanted(plan.charges()));
        assistant(plan, after, "retainers.notice.owed", once, after.wanted(plan.charges()));
      } else {
        client(plan, after, after.page(), "retainers.notice.over.client", once, due);
        assistant(
            plan,
            after,
            plan.promised() ? "retainers.notice.over.promised" : "retainers.notice.over",
            once,
            plan.net(due));
      }
      rest(plan, before, after, once);
    } else if (before.state() == State.RUNNING) {
      var key = after.cost().isZero() ? "retainers.notice.returned" : "retainers.notice.lapsed";
      client(plan, after, after.page(), key, once, due);
      assistant(plan, after, key, once, due);
    } else if (before.held().isPositive()) {
      client(plan, after, after.page(), "retainers.notice.back", once, before.held());
    }
    changed(plan);
  }

  /** What was paid in and not earned, as the contract ended before. */
  private void rest(Plan plan, Period before, Period after, String once) {
    var rest =
        before
            .held()
            .minus(plan.charges().gross(before.paid(), after.paid().minus(before.paid())))
            .minus(after.held());
    if (before.state() == State.RUNNING && rest.isPositive() && !plan.promised()) {
      client(plan, after, after.page(), "retainers.notice.rest", "rest-" + once, rest);
    }
  }

  private void client(
      Plan plan, Period period, String href, String key, String once, Money amount) {
    for (var person : sides.people(Side.CLIENT, plan.client(), plan.assistant())) {
      tell(person, period, href, key, once, amount);
    }
  }

  private void assistant(Plan plan, Period period, String key, String once, Money amount) {
    tell(plan.assistant(), period, period.page(), key, once, amount);
  }

  private void tell(
      PersonId person, Period period, String href, String key, String once, Money amount) {
    notifications.tell(
        Notice.to(person, MONTH, href, key, amount, period.begins(), period.last())
            .once("retainers:" + once + ":" + Ids.text(period.id())));
  }
}
