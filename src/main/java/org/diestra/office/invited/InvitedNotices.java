package org.diestra.office.invited;

import java.time.ZoneId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** People hear of what they are asked to from outside, and of what becomes of it. */
@Component
class InvitedNotices {
  static final String ASKED = "invited:asked";
  static final String CHANGED = "invited:changed";
  static final String OFF = "invited:off";
  private final Notifications notifications;
  private final Pages pages;

  InvitedNotices(Notifications notifications, Pages pages) {
    this.notifications = notifications;
    this.pages = pages;
  }

  /**
   * @param many whether they heard of much today: then it is mailed with the rest of the day
   */
  void tell(Viewer viewer, Invited it, String kind, boolean many) {
    var formats = pages.formats(viewer.locale(), viewer.zone());
    var key = "invitations.notice." + kind.substring("invited:".length());
    notifications.tell(
        Notice.to(
                viewer.id(),
                many ? ASKED : kind,
                it.href(),
                key,
                it.label(),
                it.title(formats),
                when(it, viewer.zone()))
            .once(kind + ":" + it.id() + ":" + it.sequence() + ":" + it.stamp()));
  }

  private static Object when(Invited it, ZoneId zone) {
    var start = it.object().timing().start();
    return start.day() ? start.date() : start.at(zone);
  }

  /** How these may be told. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    static NoticeKind invitedAsked() {
      return NoticeKind.daily(ASKED, Topic.OFFICE, "invited.kind.asked", "mail-question");
    }

    @Bean
    static NoticeKind invitedChanged() {
      return NoticeKind.mailed(CHANGED, Topic.OFFICE, "invited.kind.changed", "calendar-clock");
    }

    @Bean
    static NoticeKind invitedOff() {
      return NoticeKind.mailed(OFF, Topic.OFFICE, "invited.kind.off", "calendar-x");
    }
  }
}
