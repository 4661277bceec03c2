package org.diestra.platform.taps;

import java.time.Duration;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TapsConfiguration {
  @Bean
  static Every tapSweep(ObjectProvider<Taps> taps) {
    return Every.interval("taps:sweep", Duration.ofHours(12), () -> taps.getObject().sweep());
  }
}
