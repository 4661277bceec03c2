package org.diestra.office.invitations;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InvitationEntries {
  private static final LocalTime NIGHT = LocalTime.of(3, 50);

  @Bean
  static Every invitationsNight(
      ObjectProvider<Quota> quota, ObjectProvider<HouseRights> house, Clock clock) {
    return Every.day(
        "invitations:night",
        NIGHT,
        ZoneOffset.UTC,
        () ->
            house
                .getObject()
                .call(() -> {
                  quota.getObject().forget(clock.instant());
                  return true;
                }));
  }

  @Bean
  static NoticeKind invitationsAsked() {
    return NoticeKind.mailed(
        InvitationNotices.ASKED, Topic.OFFICE, "invitations.kind.asked", "mail-question");
  }

  @Bean
  static NoticeKind invitationsChanged() {
    return NoticeKind.mailed(
        InvitationNotices.CHANGED, Topic.OFFICE, "invitations.kind.changed", "calendar-clock");
  }

  @Bean
  static NoticeKind invitationsOff() {
    return NoticeKind.mailed(
        InvitationNotices.OFF, Topic.OFFICE, "invitations.kind.off", "calendar-x");
  }

  @Bean
  static NoticeKind invitationsAnswered() {
    return NoticeKind.daily(
        InvitationNotices.ANSWERED, Topic.OFFICE, "invitations.kind.answered", "calendar-check");
  }
}
