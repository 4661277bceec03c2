package org.diestra.money.direct;

import java.time.Duration;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectConfiguration {
  @Bean
  static Every directReminders(ObjectProvider<Reminders> reminders) {
    return Every.interval(
        "direct:reminders",
        Duration.ofHours(6),
        () -> {
          boolean more = true; // each set is a transaction of its own
          while (more) {
            more = reminders.getObject().set();
          }
        });
  }

  @Bean
  static OperatorEntry directEntry(ObjectProvider<DirectDesk> desk) {
    return new OperatorEntry(
        DirectDeskController.PAGE, "direct.nav", "handshake", 78, () -> desk.getObject().waiting());
  }

  @Bean
  static NoticeKind saidKind() {
    return NoticeKind.mailed(DirectNotices.SAID, Topic.MONEY, "direct.kind.said", "handshake")
        .only(Audience.ASSISTANT);
  }

  @Bean
  static NoticeKind answeredKind() {
    return NoticeKind.mailed(
            DirectNotices.ANSWERED, Topic.MONEY, "direct.kind.answered", "handshake")
        .only(Audience.HIRING);
  }

  @Bean
  static NoticeKind dueKind() {
    return NoticeKind.mailed(DirectNotices.DUE, Topic.MONEY, "direct.kind.due", "calendar-clock")
        .only(Audience.HIRING);
  }
}
