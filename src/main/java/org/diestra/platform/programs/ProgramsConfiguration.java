package org.diestra.platform.programs;

import java.util.List;
import org.diestra.platform.accounts.SettingsEntry;
import org.diestra.platform.sessions.Trail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgramsConfiguration {
  @Bean
  static SettingsEntry programSettings() {
    return new SettingsEntry(ProgramsController.PAGE, "programs.tab", 35, viewer -> true);
  }

  @Bean
  static Trail programTrail() {
    return new Trail("programs", "programs.activity.", List.of("make", "end"));
  }
}
