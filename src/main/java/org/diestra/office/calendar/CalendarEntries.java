package org.diestra.office.calendar;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
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
  static Every calendarIntake(ObjectProvider<Files> files) {
    return Every.interval("calendar:intake", Duration.ofHours(6), () -> files.getObject().forget());
  }

  @Bean
  static NavEntry calendarEntry() {
    Set<Audience> sides = EnumSet.of(Audience.CLIENT, Audience.ASSISTANT);
    return new NavEntry("/calendar", "calendar.nav", "calendar-days", 54, sides);
  }
}
