package org.diestra.platform.home;

import java.util.EnumSet;
import java.util.Set;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.HomePage;
import org.diestra.platform.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeEntries {
  @Bean
  NavEntry homeEntry() {
    Set<Audience> everybodySignedIn =
        EnumSet.of(Audience.CLIENT, Audience.ASSISTANT, Audience.OPERATOR);
    return new NavEntry("/home", "home.nav", "house", 10, everybodySignedIn);
  }

  @Bean
  HomePage home() {
    return new HomePage("/home");
  }
}
