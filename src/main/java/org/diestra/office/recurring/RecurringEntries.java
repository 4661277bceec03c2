package org.diestra.office.recurring;

import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecurringEntries {

  @Bean
  static Timer recurringDue(ObjectProvider<Turns> turns) {
    return new Timer(Recurrings.DUE, (key, due) -> turns.getObject().ring(RecurringId.of(key)));
  }

  @Bean
  static NoticeKind recurringStopped() {
    return NoticeKind.mailed(Turns.STOPPED, Topic.OFFICE, "recurring.kind.stopped", "repeat");
  }
}
