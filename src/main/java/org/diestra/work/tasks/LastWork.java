package org.diestra.work.tasks;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Task.Stage;
import org.springframework.stereotype.Component;

/** When the assistant of a task was last at work on it, as far as the house can know. */
@Component
class LastWork {
  private final TraceStore traces;
  private final TickStore ticks;
  private final BargainStore bargains;

  LastWork(TraceStore traces, TickStore ticks, BargainStore bargains) {
    this.traces = traces;
    this.ticks = ticks;
    this.bargains = bargains;
  }

  /**
   * A move, a tick, a proposal; a proposal that waits for its answer is work still.
   *
   * @return {@link Instant#EPOCH} where there was none
   */
  Instant of(Task task, Instant now) {
    var id = task.facts().id();
    var own = bargains.of(id).stream().filter(bargain -> bargain.side() == Side.ASSISTANT).toList();
    if (own.stream().anyMatch(bargain -> bargain.answer() == null)) {
      return now;
    }
    return Stream.of(
            traces.moves(id).stream()
                .filter(move -> move.side() == Side.ASSISTANT || move.from() == Stage.DISPUTED)
                .map(TaskMove::at),
            ticks.last(id, task.facts().place().assistant()).stream(),
            own.stream().map(Bargain::at))
        .flatMap(at -> at)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
