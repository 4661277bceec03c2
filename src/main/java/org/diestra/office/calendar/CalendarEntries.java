package org.diestra.office.calendar;

import java.util.EnumSet;
import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarEntries {
  @Bean
  static RoomEntry calendarRoom() {
    return RoomEntry.shared("calendar", "calendar.nav", "calendar-days", 5, Level.WORKING);
  }

  @Bean
  static NavEntry calendarEntry() {
    Set<Audience> sides = EnumSet.of(Audience.CLIENT, Audience.ASSISTANT);
    return new NavEntry("/calendar", "calendar.nav", "calendar-days", 54, sides);
  }
}
