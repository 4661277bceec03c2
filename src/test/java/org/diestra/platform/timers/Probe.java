package org.diestra.platform.timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Timers and listeners that remember what they were rung for, and fail when they are told to. */
@Component
class Probe {
  record Rung(String key, Instant dueAt, Instant at) {}

  record Heard(String text) {}

  private final Clock clock;
  final List<Rung> rung = new CopyOnWriteArrayList<>();
  final List<String> heard = new CopyOnWriteArrayList<>();
  final List<Instant> swept = new CopyOnWriteArrayList<>();
  volatile int failures;

  Probe(Clock clock) {
    this.clock = clock;
  }

  void ring(String key, Instant dueAt) {
    rung.add(new Rung(key, dueAt, clock.instant()));
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("as told");
    }
  }

  List<String> keys() {
    return rung.stream().map(Rung::key).toList();
  }

  @Component
  static class Listener {
    private final Probe probe;

    Listener(Probe probe) {
      this.probe = probe;
    }

    @ApplicationModuleListener
    void on(Heard event) {
      if (probe.failures > 0) {
        probe.failures--;
        throw new IllegalStateException("as told");
      }
      probe.heard.add(event.text());
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    Timer probeTimer(Probe probe) {
      return new Timer("timers:probe", probe::ring);
    }

    @Bean
    Timer chainTimer(Probe probe, Timers timers) {
      return new Timer(
          "timers:chain",
          (key, dueAt) -> {
            probe.ring(key, dueAt);
            if (!key.equals("0")) {
              var next = String.valueOf(Integer.parseInt(key) - 1);
              timers.at(dueAt.plus(Duration.ofDays(1)), "timers:chain", next);
            }
          });
    }

    @Bean
    Every probeSweep(Probe probe, Clock clock) {
      return Every.interval(
          "timers:probe-sweep", Duration.ofHours(1), () -> probe.swept.add(clock.instant()));
    }
  }
}
