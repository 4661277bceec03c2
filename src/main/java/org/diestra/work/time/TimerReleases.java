package org.diestra.work.time;

import java.time.Clock;
import org.diestra.work.engagements.EngagementEnded;
import org.diestra.work.engagements.EngagementPaused;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Ends a timer whose contract is paused or over: no work is done for it any more. */
@Component
class TimerReleases {
  private final Stopwatch stopwatch;
  private final Clock clock;

  TimerReleases(Stopwatch stopwatch, Clock clock) {
    this.stopwatch = stopwatch;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void paused(EngagementPaused event) {
    stopwatch.release(event.contract(), event.at());
  }

  /** What was counted after the end is left out, however late this comes. */
  @ApplicationModuleListener
  void ended(EngagementEnded event) {
    stopwatch.release(event.contract(), clock.instant());
  }
}
