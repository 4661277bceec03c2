package org.diestra.hiring.tryouts;

import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.timers.Timer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What falls due for samples, and the kinds of news about them. */
@Configuration(proxyBeanMethods = false)
class TryoutsConfiguration {
  @Bean
  Timer tryoutDue(Tryouts tryouts) {
    return new Timer(TryoutTimes.DUE, (key, due) -> tryouts.expire(TryoutId.of(key)));
  }

  @Bean
  Timer tryoutReminder(Tryouts tryouts) {
    return new Timer(TryoutTimes.REMINDER, (key, due) -> tryouts.remind(TryoutId.of(key)));
  }

  @Bean
  NoticeKind tryoutRequested() {
    return NoticeKind.mailed(
            TryoutNotices.REQUESTED, Topic.HIRING, "tryouts.kind.requested", "file-check")
        .only(Audience.ASSISTANT);
  }

  @Bean
  NoticeKind tryoutAnswered() {
    return NoticeKind.daily(
            TryoutNotices.ANSWERED, Topic.HIRING, "tryouts.kind.answered", "file-check")
        .only(Audience.HIRING);
  }

  @Bean
  NoticeKind tryoutScored() {
    return NoticeKind.mailed(TryoutNotices.SCORED, Topic.HIRING, "tryouts.kind.scored", "star")
        .only(Audience.ASSISTANT);
  }

  @Bean
  NoticeKind tryoutEnded() {
    return NoticeKind.inbox(TryoutNotices.ENDED, Topic.HIRING, "tryouts.kind.ended", "hourglass");
  }
}
