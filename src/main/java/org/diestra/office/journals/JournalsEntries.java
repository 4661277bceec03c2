package org.diestra.office.journals;

import java.time.Duration;
import org.diestra.platform.timers.Every;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JournalsEntries {

  @Bean
  static Every journalDrafts(Drafts drafts) {
    return Every.interval("journals:drafts", Duration.ofHours(6), drafts::sweep);
  }
}
