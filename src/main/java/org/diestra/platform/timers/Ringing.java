package org.diestra.platform.timers;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.data.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Rings what is due, on behalf of the house; what fails is tried again or given up. */
@Component
class Ringing {
  private static final Logger LOG = LoggerFactory.getLogger(Ringing.class);
  private static final int LONGEST_ERROR = 2000;
  private final SingletonSupplier<Map<String, Timer>> timers;
  private final TimerStore store;
  private final MeterRegistry meters;
  private final Clock clock;

  /**
   * @param timers are looked for when the first one rings: their modules need this one
   */
  Ringing(ObjectProvider<Timer> timers, TimerStore store, MeterRegistry meters, Clock clock) {
    this.timers = SingletonSupplier.of(() -> byName(timers));
    this.store = store;
    this.meters = meters;
    this.clock = clock;
    meters.gauge("diestra.timers.given.up", store, TimerStore::countGivenUp);
  }

  void ring(Setting setting) throws Exception {
    var timer = timers.obtain().get(setting.timer());
    if (timer == null) {
      throw new IllegalStateException("no module has a timer named " + setting.timer());
    }
    Caller.house()
        .call(() -> {
          timer.ring().ring(setting.key(), setting.dueAt());
          return setting;
        });
  }

  void failed(Setting setting, ExecutionComplete how, ExecutionOperations<Void> row) {
    int failures = how.getExecution().consecutiveFailures + 1;
    var cause = how.getCause().orElse(null);
    meters.counter("diestra.timers.failures", "timer", setting.timer()).increment();
    var wait = Backoff.after(failures);
    if (wait.isPresent()) {
      LOG.warn("{} failed {} times, again in {}: {}", setting, failures, wait.get(), said(cause));
      row.reschedule(how, clock.instant().plus(wait.get()));
    } else {
      LOG.error("{} failed {} times and is given up", setting, failures, cause);
      store.giveUp(givenUp(setting, failures, cause));
      row.stop();
    }
  }

  private GivenUp givenUp(Setting setting, int failures, @Nullable Throwable cause) {
    return new GivenUp(
        setting.timer(), setting.key(), setting.dueAt(), failures, said(cause), clock.instant());
  }

  private static String said(@Nullable Throwable cause) {
    var text = String.valueOf(cause).replace("\0", "");
    return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
  }

  private static Map<String, Timer> byName(ObjectProvider<Timer> timers) {
    return timers.stream().collect(Collectors.toMap(Timer::name, Function.identity()));
  }
}
