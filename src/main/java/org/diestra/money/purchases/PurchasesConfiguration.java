package org.diestra.money.purchases;

import java.time.Duration;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PurchasesConfiguration {

  @Bean
  static Every bringPurchases(ObjectProvider<Bringing> bringing) {
    return Every.interval(
        "purchases:bring", Duration.ofMinutes(20), () -> bringing.getObject().all());
  }

  @Bean
  static NoticeKind purchasesStopped() {
    return NoticeKind.mailed(
        Bringing.STOPPED, Topic.OFFICE, "purchases.kind.stopped", "receipt-text");
  }
}
