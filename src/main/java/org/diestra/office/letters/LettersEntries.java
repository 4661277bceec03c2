package org.diestra.office.letters;

import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.base.Area;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LettersEntries {
  @Bean
  static RoomEntry lettersRoom() {
    return new RoomEntry("letters", "letters.nav", "mails", 9, Set.of(Area.ADMIN), Level.WORKING);
  }
}
