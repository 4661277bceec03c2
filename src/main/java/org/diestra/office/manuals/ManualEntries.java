package org.diestra.office.manuals;

import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ManualEntries {
  @Bean
  static RoomEntry manualsRoom() {
    return RoomEntry.shared("manuals", "manuals.nav", "book-open", 10, Level.READING);
  }

  @Bean
  static NoticeKind manualChanged() {
    return NoticeKind.mailed(
        ManualNotices.CHANGED, Topic.WORK, "manuals.kind.changed", "book-open");
  }

  @Bean
  static NoticeKind manualReview() {
    return NoticeKind.mailed(ManualNotices.REVIEW, Topic.WORK, "manuals.kind.review", "book-open");
  }
}
