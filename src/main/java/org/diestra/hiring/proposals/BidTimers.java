package org.diestra.hiring.proposals;

import org.diestra.platform.timers.Timer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BidRules.class)
class BidTimers {
  @Bean
  Timer staleBid(BidExpiry expiry) {
    return new Timer(BidDeadlines.STALE, (key, due) -> expiry.stale(BidId.of(key), due));
  }

  @Bean
  Timer bidDecision(BidExpiry expiry) {
    return new Timer(BidDeadlines.DECISION, (key, due) -> expiry.undecided(BidId.of(key), due));
  }
}
