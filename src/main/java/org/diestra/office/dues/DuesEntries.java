package org.diestra.office.dues;

import java.time.Duration;
import org.diestra.office.books.BooksTab;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DuesEntries {

  @Bean
  static BooksTab duesTab() {
    return new BooksTab("aged", "dues.nav", "hand-coins", 15);
  }

  @Bean
  static NoticeKind late() {
    return NoticeKind.daily(Reminders.LATE, Topic.OFFICE, "dues.kind.late", "hand-coins");
  }

  @Bean
  static Every lateRound(ObjectProvider<Reminders> reminders) {
    return Every.interval(Reminders.LATE, Duration.ofHours(1), () -> reminders.getObject().go());
  }
}
