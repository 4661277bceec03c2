package org.diestra.office.mailroom;

import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.base.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailroomEntries {
  @Bean
  static RoomEntry mailRoom() {
    return new RoomEntry("mail", "mailroom.nav", "inbox", 8, Set.of(Area.ADMIN), Level.WORKING);
  }
}
