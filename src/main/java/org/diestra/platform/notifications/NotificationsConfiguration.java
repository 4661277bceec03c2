package org.diestra.platform.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.SettingsEntry;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.BellSource;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What falls due here, and where the frame of a page shows this module. */
@Configuration(proxyBeanMethods = false)
class NotificationsConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationsConfiguration.class);
  private static final Duration REMEMBERED = Duration.ofDays(400);

  @Bean
  static Timer post(Posting posting) {
    return new Timer(Posting.TIMER, (key, dueAt) -> posting.post(List.of(Ids.require(key))));
  }

  @Bean
  static Timer postSet(Posting posting) {
    return new Timer(
        Posting.SETS, (key, dueAt) -> posting.waiting(key).forEach(set -> post(posting, set)));
  }

  private static void post(Posting posting, List<UUID> set) {
    try {
      posting.post(set);
    } catch (RuntimeException e) {
      LOG.warn("{} notices are posted one by one", set.size(), e);
      posting.postEach(set);
    }
  }

  @Bean
  static Timer digest(Posting posting) {
    return new Timer(Posting.DIGEST, (key, dueAt) -> posting.digest(PersonId.of(key)));
  }

  @Bean
  static Every oldNotices(NoticeStore store, Clock clock) {
    return Every.day(
        "notifications:forgotten",
        LocalTime.of(3, 20),
        ZoneOffset.UTC,
        () -> store.forget(clock.instant().minus(REMEMBERED)));
  }

  @Bean
  static BellSource bell() {
    return new BellSource("/notifications", "/notifications/count");
  }

  @Bean
  static SettingsEntry noticeSettings() {
    return new SettingsEntry(
        "/settings/notifications", "notifications.settings.tab", 40, viewer -> true);
  }
}
