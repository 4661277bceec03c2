package org.diestra.platform.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.diestra.platform.timers.Every;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What comes again, and what every page of a signed-in person knows. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration implements WebMvcConfigurer {
  private static final Duration KEPT = Duration.ofHours(24);
  private final PageMark mark;

  LiveConfiguration(PageMark mark) {
    this.mark = mark;
  }

  /** Behind the doorman (-100), who reads who it is. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(mark).order(-90);
  }

  @Bean
  static Every sweep(LiveStore store, Clock clock) {
    return Every.interval(
        "live:sweep", Duration.ofMinutes(30), () -> store.forget(clock.instant().minus(KEPT)));
  }

  @Bean
  static Gauge lines(MeterRegistry meters, Switchboard switchboard) {
    return Gauge.builder("diestra.live.lines", switchboard, Switchboard::count).register(meters);
  }
}
