package org.diestra.office.workspaces;

import java.util.EnumSet;
import java.util.Set;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkspaceEntries {
  static final String UNTIL = "workspaces:until";
  static final String KIND = "workspaces:access";

  @Bean
  NavEntry workspaceEntry() {
    Set<Audience> sides = EnumSet.of(Audience.CLIENT, Audience.ASSISTANT);
    return new NavEntry("/w", "workspaces.nav", "door-open", 55, sides).holding("/calendar");
  }

  @Bean
  static Timer accessEnds(ObjectProvider<Staffing> staffing) {
    return new Timer(UNTIL, (key, due) -> staffing.getObject().expire(key));
  }

  @Bean
  static NoticeKind accessKind() {
    return NoticeKind.mailed(KIND, Topic.OFFICE, "workspaces.kind.access", "door-open");
  }
}
