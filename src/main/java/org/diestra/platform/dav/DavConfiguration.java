package org.diestra.platform.dav;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.platform.timers.Every;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DavConfiguration {
  /** Locks end by themselves; this only clears their rows away. */
  @Bean
  static Every lockSweep(LockStore locks, Clock clock) {
    return Every.day(
        "dav:locks", LocalTime.of(3, 50), ZoneOffset.UTC, () -> locks.sweep(clock.instant()));
  }
}
