package org.diestra.hiring.talent;

import java.util.Set;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TalentEntries {
  @Bean
  NavEntry profileEntry() {
    return new NavEntry("/profile", "talent.nav", "user-round", 60, Set.of(Audience.ASSISTANT));
  }
}
