package org.diestra.office.minutes;

import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.base.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MinutesEntries {
  @Bean
  static RoomEntry minutesRoom() {
    return new RoomEntry(
        "minutes", "minutes.nav", "notebook-text", 10, Set.of(Area.ADMIN), Level.WORKING);
  }
}
