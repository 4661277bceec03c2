package org.diestra.work.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diestra.office.learning.Silence;
import org.springframework.stereotype.Component;

/**
 * When tasks are due, as questions to the client let it be: what was not answered within 48 hours
 * stops the clock of the due date until it is.
 */
@Component
class DueDates {
  private final Silence silence;
  private final Clock clock;

  DueDates(Silence silence, Clock clock) {
    this.silence = silence;
    this.clock = clock;
  }

  /**
   * What is so now.
   *
   * @param at when it is due, with what the clock stood still
   * @param paused how long it stood still, or zero
   * @param standing whether it stands still now
   * @param late whether that moment is over and there is still work to do
   */
  record Standing(Instant at, Duration paused, boolean standing, boolean late) {}

  /** Of those of these tasks that have a due date; all of one assistant. */
  Map<TaskId, Standing> of(Collection<Task> tasks) {
    var procedures =
        tasks.stream()
            .flatMap(t -> Stream.ofNullable(t.facts().work().procedure()))
            .distinct()
            .toList();
    var waited =
        tasks.isEmpty()
            ? Map.<Object, List<Silence.Span>>of()
            : Map.<Object, List<Silence.Span>>copyOf(
                silence.of(tasks.iterator().next().facts().place().assistant(), procedures));
    var all = new HashMap<TaskId, Standing>();
    for (var task : tasks) {
      var work = task.facts().work();
      if (work.due() != null) {
        var spans =
            work.procedure() == null
                ? List.<Silence.Span>of()
                : waited.getOrDefault(work.procedure(), List.of());
        all.put(task.facts().id(), standing(task, work.due().at(), spans));
      }
    }
    return all;
  }

  private Standing standing(Task task, Instant due, List<Silence.Span> spans) {
    var now = clock.instant();
    var begun = task.facts().count().agreedAt();
    var end = task.open() ? now : task.facts().since();
    var paused = begun == null ? Duration.ZERO : Silence.within(spans, begun, end);
    boolean standing =
        task.open() && spans.stream().anyMatch(s -> !s.from().isAfter(now) && s.to().isAfter(now));
    var at = due.plus(paused);
    boolean working = task.open() || task instanceof Task.Proposed;
    return new Standing(at, paused, standing, working && !standing && at.isBefore(now));
  }
}
