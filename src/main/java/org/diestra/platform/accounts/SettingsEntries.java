package org.diestra.platform.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettingsEntries {
  @Bean
  SettingsEntry aboutYou() {
    return new SettingsEntry("/settings", "accounts.settings.tab", 10, viewer -> true);
  }

  @Bean
  SettingsEntry business() {
    return new SettingsEntry("/settings/business", "accounts.business.tab", 20, viewer -> true);
  }
}
