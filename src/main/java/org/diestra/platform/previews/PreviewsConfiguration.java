package org.diestra.platform.previews;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long and how much a stranger's file may keep us busy. */
@Configuration(proxyBeanMethods = false)
class PreviewsConfiguration {
  @Bean
  static Studio studio() {
    return new Studio(Duration.ofSeconds(20), Duration.ofMinutes(1), "640m");
  }
}
