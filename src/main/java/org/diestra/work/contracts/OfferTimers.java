package org.diestra.work.contracts;

import org.diestra.platform.timers.Timer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OfferTimers {
  static final String EXPIRY = "contracts:expiry";

  /** Rings for each version; one that was answered in the meantime has nothing to do. */
  @Bean
  Timer offerExpiry(Offers offers) {
    return new Timer(EXPIRY, (key, due) -> offers.expire(OfferId.of(key)));
  }
}
