package org.diestra.money.billing;

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
class BillingConfiguration {
  @Bean
  static Timer billingRun(ObjectProvider<Billing> billing) {
    return new Timer(
        Billing.RUN,
        (key, due) -> {
          boolean more = true; // each set is a transaction of its own
          while (more) {
            more = billing.getObject().billSet();
          }
        });
  }

  @Bean
  static Timer depositOver(ObjectProvider<Billing> billing) {
    return new Timer(Billing.OVER, (key, due) -> billing.getObject().over(ContractId.of(key)));
  }

  /** A run that was broken off for good, or missed a week that was closed while it ended. */
  @Bean
  static Every billingSweep(ObjectProvider<Billing> billing) {
    return Every.interval("billing:sweep", Duration.ofHours(1), () -> billing.getObject().sweep());
  }

  @Bean
  static NoticeKind depositKind() {
    return NoticeKind.mailed(BillingNotices.DEPOSIT, Topic.MONEY, "billing.kind.deposit", "wallet");
  }

  @Bean
  static NoticeKind billedWeekKind() {
    return NoticeKind.mailed(BillingNotices.WEEK, Topic.MONEY, "billing.kind.week", "wallet");
  }
}
