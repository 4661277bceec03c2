package org.diestra.platform.exchange;

import java.time.Duration;
import org.diestra.platform.timers.Every;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExchangeEntries {
  private static final Duration OFTEN = Duration.ofHours(3);

  @Bean
  static Every exchangeRates(EcbRates rates) {
    return Every.interval("exchange:rates", OFTEN, rates::fetch);
  }
}
