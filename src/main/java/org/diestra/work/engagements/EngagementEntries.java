package org.diestra.work.engagements;

import org.diestra.platform.notifications.Channel;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Timer;
import org.diestra.work.contracts.ContractEntry;
import org.diestra.work.contracts.ContractId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngagementEntries {
  static final String END = "engagements:end";

  @Bean
  static Timer engagementEnds(ObjectProvider<Engagements> engagements) {
    return new Timer(END, (key, due) -> engagements.getObject().finish(ContractId.of(key)));
  }

  @Bean
  static ContractEntry courseEntry() {
    return new ContractEntry("course", "engagements.course", "route", 10);
  }

  /** A start or an end is no news for the next morning. */
  @Bean
  static NoticeKind courseKind() {
    return new NoticeKind(
        EngagementNotices.KIND, Topic.WORK, "engagements.kind", "route", Channel.MAIL, true);
  }
}
