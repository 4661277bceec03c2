package org.diestra.money.extras;

import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExtrasConfiguration {
  @Bean
  static NoticeKind tipKind() {
    return NoticeKind.mailed(TipNotices.TIP, Topic.MONEY, "extras.kind.tip", "gift")
        .only(Audience.ASSISTANT);
  }
}
