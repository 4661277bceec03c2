package org.diestra.hiring.samples;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.platform.timers.Every;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SamplesTimers {
  /** Half an hour before the blobs are swept, so that the files go in the same night. */
  private static final LocalTime NIGHT = LocalTime.of(3, 10);

  @Bean
  static Every samplesPurge(Samples samples, Clock clock) {
    return Every.day("samples:purge", NIGHT, ZoneOffset.UTC, () -> purge(samples, clock));
  }

  private static void purge(Samples samples, Clock clock) {
    var now = clock.instant();
    int gone;
    do {
      gone = samples.forget(now);
    } while (gone > 0);
  }
}
