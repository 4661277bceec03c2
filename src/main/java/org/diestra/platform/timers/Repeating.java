package org.diestra.platform.timers;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.data.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Runs what comes again, on behalf of the house. */
@Component
class Repeating {
  private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
  private final SingletonSupplier<Map<String, Every>> all;
  private final TimerStore store;
  private final MeterRegistry meters;
  private final Clock clock;

  Repeating(ObjectProvider<Every> all, TimerStore store, MeterRegistry meters, Clock clock) {
    this.all = SingletonSupplier.of(() -> byName(all));
    this.store = store;
    this.meters = meters;
    this.clock = clock;
  }

  /** Nothing repeats before the house stands; then each has its row, and no other has one. */
  @EventListener(ContextRefreshedEvent.class)
  void begin() {
    var now = clock.instant();
    store.endAllBut(all.obtain().keySet());
    all.obtain().values().forEach(every -> store.begin(every, every.rhythm().after(now)));
  }

  void run(String name) {
    var every = all.obtain().get(name);
    if (every != null) {
      Caller.house().run(every.work());
    }
  }

  void done(String name, ExecutionComplete how, ExecutionOperations<Void> row) {
    var every = all.obtain().get(name);
    if (every == null) {
      row.stop();
      return;
    }
    row.reschedule(how, every.rhythm().after(clock.instant()));
  }

  void failed(String name, ExecutionComplete how, ExecutionOperations<Void> row) {
    LOG.warn("{} failed, again at its next turn", name, how.getCause().orElse(null));
    meters.counter("diestra.timers.failures", "timer", name).increment();
    done(name, how, row);
  }

  private static Map<String, Every> byName(ObjectProvider<Every> all) {
    return all.stream().collect(Collectors.toMap(Every::name, Function.identity()));
  }
}
