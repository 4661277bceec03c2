package org.diestra.platform.sessions;

import java.util.List;
import org.diestra.platform.accounts.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {

  @Bean
  static SettingsEntry securitySettings() {
    return new SettingsEntry("/settings/security", "sessions.security.tab", 30, viewer -> true);
  }

  @Bean
  static Trail sessionTrail() {
    return new Trail(
        "sessions",
        "sessions.activity.",
        List.of("begin", "prove", "end", "end-others", "end-all"));
  }
}
