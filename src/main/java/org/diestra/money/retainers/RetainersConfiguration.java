package org.diestra.money.retainers;

import java.time.Duration;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.diestra.work.contracts.ContractId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetainersConfiguration {
  @Bean
  static Timer retainerLook(ObjectProvider<RetainerCourse> course) {
    return new Timer(
        RetainerCourse.LOOK, (key, due) -> course.getObject().look(ContractId.of(key)));
  }

  /** Months whose timer was given up. */
  @Bean
  static Every missedMonths(ObjectProvider<RetainerCourse> course) {
    return Every.interval(
        "retainers:missed", Duration.ofHours(6), () -> course.getObject().sweep());
  }

  @Bean
  static NoticeKind monthKind() {
    return NoticeKind.mailed(RetainerNotices.MONTH, Topic.MONEY, "retainers.kind.month", "wallet");
  }
}
