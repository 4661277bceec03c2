package org.diestra.platform.data;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for all. The test clock is refused elsewhere for a database that is not our own. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
  @Bean
  static HouseClock clock(
      @Value("${diestra.test-clock}") boolean movable, @Value("${diestra.data}") Path data) {
    return movable
        ? HouseClock.movable(InstantSource.system(), data.resolve("test-clock"))
        : HouseClock.fixedToTheMachine();
  }
}
