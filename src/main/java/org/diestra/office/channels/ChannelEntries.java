package org.diestra.office.channels;

import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.base.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChannelEntries {

  @Bean
  static RoomEntry publishingRoom() {
    return new RoomEntry(
        "publishing",
        "channels.nav",
        "megaphone",
        20,
        Set.of(Area.SOCIAL, Area.BLOG),
        Level.WORKING);
  }
}
