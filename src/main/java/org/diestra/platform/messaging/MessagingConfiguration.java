package org.diestra.platform.messaging;

import java.util.EnumSet;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.diestra.platform.timers.Timer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this module stands on every page, and what its news are. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {
  @Bean
  static NavEntry messagesEntry() {
    var sides = EnumSet.of(Audience.CLIENT, Audience.ASSISTANT);
    return new NavEntry("/messages", "messaging.nav", "message-circle", 55, sides)
        .counting("/messages/count", News.INBOX);
  }

  @Bean
  static Timer unreadMail(UnreadMail mail) {
    return new Timer(UnreadMail.TIMER, (key, dueAt) -> mail.look(ThreadId.of(key)));
  }

  @Bean
  static NoticeKind messageKind() {
    return NoticeKind.mailed(
        UnreadMail.KIND, Topic.MESSAGES, "messaging.kind.message", "message-circle");
  }

  @Bean
  static NoticeKind mentionKind() {
    return NoticeKind.mailed(News.MENTION, Topic.MESSAGES, "messaging.kind.mention", "at-sign");
  }
}
