package org.diestra.money.extras;

import org.diestra.platform.base.Ids;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
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
  static Timer expenseDue(ObjectProvider<Expenses> expenses) {
    return new Timer(Expenses.DUE, (key, due) -> expenses.getObject().due(Ids.require(key)));
  }
}
