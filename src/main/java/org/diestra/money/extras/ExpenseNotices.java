package org.diestra.money.extras;

import java.util.Locale;
import java.util.Objects;
import org.diestra.money.extras.Expense.State;
import org.diestra.money.payments.MoneyNews;
import org.diestra.money.payments.Plan;
import org.diestra.platform.base.Ids;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.springframework.stereotype.Component;

/** Tells the other side of each step of an expense; what time did is told to both. */
@Component
class ExpenseNotices {
  static final String EXPENSE = "extras:expense";

  private final Notifications notifications;
  private final Sides sides;
  private final MoneyNews news;

  ExpenseNotices(Notifications notifications, Sides sides, MoneyNews news) {
    this.notifications = notifications;
    this.sides = sides;
    this.news = news;
  }

  /** The side that did not do it. */
  void tell(Plan plan, Expense now) {
    tell(plan, now, other(now.state()));
    changed(plan);
  }

  /** Time did it. */
  void silent(Plan plan, Expense now) {
    tell(plan, now, Side.ASSISTANT);
    tell(plan, now, Side.CLIENT);
    changed(plan);
  }

  /** Silence will accept the receipt soon or, where it was given back, let all lapse. */
  void remind(Plan plan, Expense brought) {
    var facts = brought.facts();
    boolean returned = brought instanceof Expense.Returned;
    var receipt = Objects.requireNonNull(brought.receipt());
    var side = returned ? Side.ASSISTANT : Side.CLIENT;
    for (var person : sides.people(side, plan.client(), plan.assistant())) {
      notifications.tell(
          Notice.to(
                  person,
                  EXPENSE,
                  facts.page(),
                  returned ? "extras.notice.expense.lapsing" : "extras.notice.expense.reminder",
                  facts.what(),
                  receipt.amount())
              .once("extras:reminder:" + Ids.text(facts.id()) + ":" + facts.version()));
    }
  }

  private static Side other(State state) {
    return switch (state) {
      case ASKED, HANDED, WITHDRAWN -> Side.CLIENT;
      case REFUSED, APPROVED, FUNDED, RETURNED, ACCEPTED, LAPSED -> Side.ASSISTANT;
    };
  }

  private void tell(Plan plan, Expense now, Side to) {
    var facts = now.facts();
    var receipt = now.receipt();
    var amount = receipt == null ? facts.ceiling() : receipt.amount();
    for (var person : sides.people(to, plan.client(), plan.assistant())) {
      notifications.tell(
          Notice.to(person, EXPENSE, facts.page(), key(plan, now.state()), facts.what(), amount)
              .once("extras:expense:" + Ids.text(facts.id()) + ":" + facts.version()));
    }
  }

  private static String key(Plan plan, State state) {
    if (plan.promised() && (state == State.APPROVED || state == State.FUNDED)) {
      return "extras.promised.notice." + state.name().toLowerCase(Locale.ROOT);
    }
    return "extras.notice.expense." + state.name().toLowerCase(Locale.ROOT);
  }

  private void changed(Plan plan) {
    news.changed(plan);
  }
}
