package org.diestra.office.publishing;

import java.time.Duration;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PublishingEntries {

  /** Often enough that nothing is a minute late. */
  @Bean
  static Every publishingRound(ObjectProvider<Rounds> rounds) {
    return Every.interval(
        "publishing:round", Duration.ofSeconds(10), () -> rounds.getObject().go());
  }

  @Bean
  static NoticeKind postSubmitted() {
    return NoticeKind.mailed(
            PostNotices.SUBMITTED, Topic.OFFICE, "publishing.kind.submitted", "megaphone")
        .only(Audience.CLIENT);
  }

  @Bean
  static NoticeKind postReturned() {
    return NoticeKind.mailed(
        PostNotices.RETURNED, Topic.OFFICE, "publishing.kind.returned", "undo-2");
  }

  @Bean
  static NoticeKind postTrouble() {
    return NoticeKind.mailed(
        PostNotices.TROUBLE, Topic.OFFICE, "publishing.kind.trouble", "circle-alert");
  }

  @Bean
  static NoticeKind postByHand() {
    return NoticeKind.mailed(PostNotices.HAND, Topic.OFFICE, "publishing.kind.hand", "hand");
  }

  @Bean
  static NoticeKind channelCare() {
    return NoticeKind.mailed(PostNotices.CARE, Topic.OFFICE, "publishing.kind.care", "key-round")
        .only(Audience.HIRING);
  }
}
