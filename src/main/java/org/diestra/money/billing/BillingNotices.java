package org.diestra.money.billing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import org.diestra.money.payments.Destination.Payment;
import org.diestra.money.payments.MoneyNews;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Money;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.diestra.work.time.HoursCover.Cover;
import org.diestra.work.time.HoursCover.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells both sides how the money for hours stands, once for each change. */
@Component
class BillingNotices {
  static final String DEPOSIT = "billing:deposit";
  static final String WEEK = "billing:week";

  private final Notifications notifications;
  private final Sides sides;
  private final MoneyNews news;

  BillingNotices(Notifications notifications, Sides sides, MoneyNews news) {
    this.notifications = notifications;
    this.sides = sides;
    this.news = news;
  }

  void changed(Plan plan) {
    news.changed(plan);
  }

  /** A week stands before the client, and the deposit has to do for the next one as well. */
  void topUp(Plan plan, Standing standing, LocalDate week) {
    tellClient(
        plan,
        Subject.hours(plan.contract()).fundPage(),
        "billing.notice.top-up",
        "billing:top-up:" + plan.contract() + ":" + week,
        standing.wanted(),
        standing.hourly().title());
    changed(plan);
  }

  /** A week was billed, and the deposit did not cover it. */
  void owed(Plan plan, Bill bill) {
    tellClient(
        plan,
        Subject.hours(plan.contract()).fundPage(),
        "billing.notice.owed",
        "billing:owed:" + plan.contract() + ":" + bill.id().week(),
        plan.charges().gross(bill.paid(), bill.owed()),
        bill.id().week());
  }

  /** The assistant may go on working without fear, or is paid what was owed. */
  void funded(Plan plan, Payment paid, Money price) {
    notifications.tell(
        Notice.to(plan.assistant(), DEPOSIT, page(plan), "billing.notice.funded", price)
            .once("billing:funded:" + paid.id()));
    changed(plan);
  }

  /** Once a week and level. */
  void cover(Plan plan, Cover cover, Instant now) {
    var week =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    boolean none = cover.level() == Level.NONE;
    notifications.tell(
        Notice.to(
                plan.assistant(),
                DEPOSIT,
                page(plan),
                none ? "billing.notice.uncovered" : "billing.notice.low",
                none ? plan.money(0) : cover.left())
            .once("billing:cover:" + plan.contract() + ":" + week + ":" + cover.level()));
    tellClient(
        plan,
        Subject.hours(plan.contract()).fundPage(),
        none ? "billing.notice.uncovered.client" : "billing.notice.low.client",
        "billing:cover:" + plan.contract() + ":" + week + ":" + cover.level(),
        none ? plan.money(0) : cover.left());
  }

  /**
   * The other side hears who gave way.
   *
   * @param paid what the client pays after all, or null where the assistant lets it go
   */
  void settled(Plan plan, Bill bill, @Nullable Money paid) {
    var id = bill.id();
    if (paid != null) {
      notifications.tell(
          Notice.to(plan.assistant(), WEEK, page(plan), "billing.notice.paid", paid, id.week())
              .once("billing:settled:" + id.contract() + ":" + id.week()));
    } else {
      for (var person : sides.people(Side.CLIENT, plan.client(), plan.assistant())) {
        notifications.tell(
            Notice.to(
                    person,
                    WEEK,
                    page(plan),
                    plan.promised() ? "billing.notice.let-go.promised" : "billing.notice.let-go",
                    bill.withheld(),
                    id.week())
                .once("billing:settled:" + id.contract() + ":" + id.week()));
      }
    }
    changed(plan);
  }

  private void tellClient(Plan plan, String href, String key, String once, Object... args) {
    for (var person : sides.people(Side.CLIENT, plan.client(), plan.assistant())) {
      notifications.tell(Notice.to(person, DEPOSIT, href, key, args).once(once));
    }
  }

  private static String page(Plan plan) {
    return "/contracts/" + plan.contract() + "/money";
  }
}
