package org.diestra.platform.timers;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.platform.page.OperatorEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the scheduler knows: two kinds of task, rung once and repeated. Which timers there are, it
 * need not know, so that modules can set timers while they are being made.
 */
@Configuration(proxyBeanMethods = false)
class TimersConfiguration {

  @Bean
  static com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
    return clock::instant;
  }

  @Bean
  Task<Void> once(Ringing ringing) {
    return Tasks.oneTime(TimerStore.TIMER, Void.class)
        .onFailure((how, row) ->
            ringing.failed(Setting.of(how.getExecution().taskInstance.getId()), how, row))
        .execute((instance, context) -> rung(ringing, Setting.of(instance.getId())));
  }

  @Bean
  Task<Void> again(Repeating repeating) {
    return Tasks.custom(TimerStore.EVERY, Void.class)
        .onFailure(
            (how, row) -> repeating.failed(how.getExecution().taskInstance.getId(), how, row))
        .execute((instance, context) -> {
          repeating.run(instance.getId());
          return (how, row) -> repeating.done(instance.getId(), how, row);
        });
  }

  @Bean
  Every redelivered(Redelivery redelivery) {
    return Every.interval("timers:redelivery", Duration.ofSeconds(5), redelivery::again);
  }

  @Bean
  Every cleared(Redelivery redelivery) {
    return Every.day("timers:delivered", LocalTime.of(3, 0), ZoneOffset.UTC, redelivery::forget);
  }

  @Bean
  static OperatorEntry timersEntry(TimerStore store) {
    return new OperatorEntry(
        "/operator/timers", "timers.nav", "alarm-clock", 60, store::waitingGivenUp);
  }

  /** The scheduler's handlers throw nothing checked. */
  private static void rung(Ringing ringing, Setting setting) {
    try {
      ringing.ring(setting);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.toString(), e);
    }
  }
}
