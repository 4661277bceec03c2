package org.diestra.work.engagements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diestra.work.engagements.Engagement.Ended;
import org.diestra.work.engagements.Engagement.Ending;
import org.diestra.work.engagements.Engagement.Stage;
import org.diestra.work.engagements.EngagementStore.Move;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which work could be done and recorded.
 *
 * @param until its end, or null while it goes on without one
 */
public record Run(Instant from, @Nullable Instant until) {
  /** A last day ends the work, even where what carries that out is late. */
  static List<Run> of(Engagement it, List<Move> moves) {
    var runs = new ArrayList<Run>();
    Instant open = null;
    for (var move : moves) {
      if (move.to() == Stage.ACTIVE) {
        open = move.at();
      } else if (open != null && move.to() != Stage.ENDING) {
        runs.add(new Run(open, move.at()));
        open = null;
      }
    }
    if (open != null && !(it instanceof Ended)) {
      runs.add(new Run(open, it instanceof Ending ending ? ending.endsAt() : null));
    }
    return List.copyOf(runs);
  }

  /** Whether all of that stretch lies in it. */
  public boolean holds(Instant start, Instant end) {
    return !start.isBefore(from) && (until == null || !end.isAfter(until));
  }
}
