package org.diestra.platform.notifications;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A kind for each way, named by messages that are there. */
@Configuration(proxyBeanMethods = false)
class ProbeKinds {
  static final String INBOX = "notifications:probe-inbox";
  static final String MAILED = "notifications:probe-mailed";
  static final String DAILY = "notifications:probe-daily";
  static final String URGENT = "notifications:probe-urgent";

  @Bean
  NoticeKind probeInbox() {
    return NoticeKind.inbox(INBOX, Topic.OPERATION, "notifications.title", "bell");
  }

  @Bean
  NoticeKind probeMailed() {
    return NoticeKind.mailed(MAILED, Topic.OPERATION, "notifications.choose", "mail");
  }

  @Bean
  NoticeKind probeDaily() {
    return NoticeKind.daily(DAILY, Topic.OPERATION, "notifications.all", "sun");
  }

  @Bean
  NoticeKind probeUrgent() {
    return new NoticeKind(
        URGENT, Topic.OPERATION, "notifications.new", "siren", Channel.MAIL, true);
  }
}
