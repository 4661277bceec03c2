package org.diestra.office.travel;

import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.base.Area;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TravelEntries {

  @Bean
  static RoomEntry travelRoom() {
    return new RoomEntry("travel", "travel.nav", "plane", 45, Set.of(Area.TRAVEL), Level.WORKING);
  }

  @Bean
  static Timer travelPurge(ObjectProvider<Papers> papers) {
    return new Timer(Trips.PURGE, (key, due) -> papers.getObject().purge(TripId.of(key)));
  }

  @Bean
  static Timer travelCalendar(ObjectProvider<LegCalendar> calendar) {
    return new Timer(
        Departures.CALENDAR, (key, due) -> calendar.getObject().follow(TripId.of(key)));
  }

  @Bean
  static Timer travelDeparts(ObjectProvider<Departures> departures) {
    return new Timer(
        Departures.DEPARTS, (key, due) -> departures.getObject().depart(TripId.of(key)));
  }

  @Bean
  static NoticeKind travelDecide() {
    return NoticeKind.mailed(TravelNotices.DECIDE, Topic.OFFICE, "travel.kind.decide", "plane")
        .only(Audience.CLIENT);
  }

  @Bean
  static NoticeKind travelWork() {
    return NoticeKind.mailed(TravelNotices.WORK, Topic.OFFICE, "travel.kind.work", "plane");
  }
}
