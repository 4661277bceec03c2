package org.diestra.money.extras;

import java.time.Duration;
import org.diestra.platform.base.Ids;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExtrasConfiguration {
  @Bean
  static NoticeKind tipKind() {
    return NoticeKind.mailed(TipNotices.TIP, Topic.MONEY, "extras.kind.tip", "gift")
        .only(Audience.ASSISTANT);
  }

  @Bean
  static NoticeKind expenseKind() {
    return NoticeKind.mailed(
        ExpenseNotices.EXPENSE, Topic.MONEY, "extras.kind.expense", "receipt-text");
  }

  @Bean
  static Timer expenseDue(ObjectProvider<ExpenseTimes> expenses) {
    return new Timer(ExpenseTimes.DUE, (key, due) -> expenses.getObject().due(Ids.require(key)));
  }

  @Bean
  static Timer expenseReminder(ObjectProvider<ExpenseTimes> expenses) {
    return new Timer(
        ExpenseTimes.REMIND, (key, due) -> expenses.getObject().remind(Ids.require(key)));
  }

  @Bean
  static Every overdueExpenses(ObjectProvider<ExpenseTimes> expenses) {
    return Every.interval(
        "extras:overdue", Duration.ofHours(6), () -> expenses.getObject().sweep());
  }
}
