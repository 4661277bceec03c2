package org.diestra.platform.previews;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** How long and how much a stranger's file may keep us busy. */
@Configuration(proxyBeanMethods = false)
class PreviewsConfiguration {
  /** Where words are read: a long document there keeps no preview waiting. */
  @Bean
  static Studio readingRoom() {
    return new Studio(Duration.ofSeconds(30), Duration.ofSeconds(20), "256m");
  }

  @Bean
  @Primary
  static Studio studio() {
    return new Studio(Duration.ofSeconds(20), Duration.ofMinutes(1), "640m");
  }
}
