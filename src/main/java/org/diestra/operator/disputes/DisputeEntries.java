package org.diestra.operator.disputes;

import org.diestra.platform.data.HouseRights;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DisputeRules.class)
class DisputeEntries {
  @Bean
  static Timer disputeDue(ObjectProvider<Deadlines> deadlines) {
    return new Timer(Times.DUE, (key, due) -> deadlines.getObject().due(DisputeId.of(key)));
  }

  @Bean
  static Timer disputeNotice(ObjectProvider<Deadlines> deadlines) {
    return new Timer(
        Times.NOTICE, (key, due) -> deadlines.getObject().notice(DisputeId.of(key), due));
  }

  @Bean
  static OperatorEntry disputesEntry(
      ObjectProvider<DisputeStore> store, ObjectProvider<HouseRights> house) {
    return new OperatorEntry(
        DisputesDesk.PAGE,
        "disputes.nav",
        "scale",
        35,
        () -> house.getObject().call(store.getObject()::waiting));
  }

  /** The letter that goes with it is sent whatever somebody chooses. */
  @Bean
  static NoticeKind disputeClaim() {
    return NoticeKind.inbox(DisputeNotices.CLAIM, Topic.WORK, "disputes.kind.claim", "scale");
  }

  @Bean
  static NoticeKind disputeNews() {
    return NoticeKind.mailed(DisputeNotices.NEWS, Topic.WORK, "disputes.kind.news", "scale");
  }
}
