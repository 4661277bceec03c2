package org.diestra.hiring.proposals;

import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of news about bids, as people choose how to hear of them. */
@Configuration(proxyBeanMethods = false)
class BidKinds {
  @Bean
  NoticeKind bidArrived() {
    return daily(BidNotices.ARRIVED, "arrived", "inbox").only(Audience.HIRING);
  }

  @Bean
  NoticeKind bidOverdue() {
    return mailed(BidNotices.OVERDUE, "overdue", "hourglass").only(Audience.HIRING);
  }

  @Bean
  NoticeKind bidDecided() {
    return mailed(BidNotices.DECIDED, "decided", "star").only(Audience.ASSISTANT);
  }

  @Bean
  NoticeKind bidPromoted() {
    return mailed(BidNotices.PROMOTED, "promoted", "arrow-up").only(Audience.ASSISTANT);
  }

  @Bean
  NoticeKind bidOutdated() {
    return mailed(BidNotices.OUTDATED, "outdated", "file-pen-line").only(Audience.ASSISTANT);
  }

  @Bean
  NoticeKind bidRaised() {
    return NoticeKind.inbox(BidNotices.RAISED, Topic.HIRING, "proposals.kind.raised", "trending-up")
        .only(Audience.ASSISTANT);
  }

  @Bean
  NoticeKind bidClosed() {
    return mailed(BidNotices.CLOSED, "closed", "archive").only(Audience.ASSISTANT);
  }

  private static NoticeKind mailed(String id, String name, String icon) {
    return NoticeKind.mailed(id, Topic.HIRING, "proposals.kind." + name, icon);
  }

  private static NoticeKind daily(String id, String name, String icon) {
    return NoticeKind.daily(id, Topic.HIRING, "proposals.kind." + name, icon);
  }
}
