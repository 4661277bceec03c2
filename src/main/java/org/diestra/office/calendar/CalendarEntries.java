package org.diestra.office.calendar;

import java.time.Duration;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.home.HomePanel;
import org.diestra.platform.notifications.Channel;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarEntries {
  @Bean
  static RoomEntry calendarRoom() {
    return RoomEntry.shared("calendar", "calendar.nav", "calendar-days", 5, Level.WORKING);
  }

  /** What was brought and not taken in goes after a day. */
  @Bean
  static Every calendarIntake(
      ObjectProvider<Files> files, ObjectProvider<Attachments> attachments) {
    return Every.interval(
        "calendar:intake",
        Duration.ofHours(6),
        () -> {
          files.getObject().forget();
          attachments.getObject().forget();
        });
  }

  /** What today holds, in every calendar one may see. */
  @Bean
  static HomePanel calendarPanel() {
    return new HomePanel(
        "/calendar/today", "calendar.panel", 20, viewer -> viewer.assistant() || viewer.client());
  }

  /** What lies outside is read again, each about once an hour. */
  @Bean
  static Every calendarSources(ObjectProvider<Sources> sources) {
    return Every.interval(
        "calendar:sources", Duration.ofMinutes(1), () -> sources.getObject().refresh());
  }

  @Bean
  static NoticeKind calendarSource() {
    var id = SourceKeeping.KIND;
    return new NoticeKind(
        id, Topic.OFFICE, "calendar.kind.source", "triangle-alert", Channel.MAIL, false);
  }

  @Bean
  static NoticeKind calendarReminder() {
    var id = Reminders.KIND;
    // of what is about to begin, whatever the hour
    return new NoticeKind(
        id, Topic.OFFICE, "calendar.kind.reminder", "calendar-clock", Channel.MAIL, true);
  }

  @Bean
  static Every calendarReminders(ObjectProvider<Reminders> reminders) {
    return Every.interval(
        "calendar:reminders", Duration.ofMinutes(1), () -> reminders.getObject().ring());
  }
}
