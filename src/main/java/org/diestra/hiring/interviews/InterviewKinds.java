package org.diestra.hiring.interviews;

import org.diestra.platform.notifications.Channel;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of news about interviews, as people choose how to hear of them. */
@Configuration(proxyBeanMethods = false)
class InterviewKinds {
  @Bean
  NoticeKind interviewAsked() {
    return NoticeKind.mailed(
        Notices.ASKED, Topic.HIRING, "interviews.kind.asked", "calendar-clock");
  }

  @Bean
  NoticeKind interviewAgreed() {
    return NoticeKind.inbox( // the invitation is a letter of its own
        Notices.AGREED, Topic.HIRING, "interviews.kind.agreed", "calendar-check");
  }

  @Bean
  NoticeKind interviewOff() {
    return NoticeKind.mailed(Notices.OFF, Topic.HIRING, "interviews.kind.off", "calendar-x");
  }

  /** Of no use in the morning after. */
  @Bean
  NoticeKind interviewSoon() {
    return new NoticeKind(
        Notices.SOON, Topic.HIRING, "interviews.kind.soon", "alarm-clock", Channel.MAIL, true);
  }
}
