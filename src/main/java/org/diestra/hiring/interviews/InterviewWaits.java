package org.diestra.hiring.interviews;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Times to choose from, and meetings of the next two days. */
@Component
class InterviewWaits implements Waits {
  private static final Duration AHEAD = Duration.ofDays(2);
  private static final Duration ASKED = Duration.ofDays(30); // for a scorecard

  private final InterviewStore store;
  private final InterviewList list;
  private final Pages pages;
  private final Clock clock;

  InterviewWaits(InterviewStore store, InterviewList list, Pages pages, Clock clock) {
    this.store = store;
    this.list = list;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public List<Wait> of(Viewer viewer) {
    var formats = pages.formats(viewer.locale(), viewer.zone());
    var now = clock.instant();
    var waiting = store.waiting(viewer, now.plus(AHEAD), now.minus(ASKED));
    return list.entries(viewer, waiting).stream().map(entry -> wait(entry, formats)).toList();
  }

  private static Wait wait(InterviewList.Entry entry, Formats formats) {
    var interview = entry.interview();
    var start = entry.at();
    if (interview.state() == State.DONE) {
      return new Wait(
          interview.stage().since(),
          null,
          "clipboard-check",
          "interviews.wait.score",
          null,
          List.of(entry.other(), entry.title()),
          interview.href() + "/scorecard",
          "interviews.wait.score.do");
    }
    if (start == null) {
      return new Wait(
          interview.stage().since(),
          interview.stage() instanceof Stage.Proposed p ? p.until() : null,
          "calendar-clock",
          "interviews.wait.choose",
          null,
          List.of(entry.other(), entry.title()),
          interview.href(),
          "interviews.wait.choose.do");
    }
    return new Wait(
        interview.stage().since(),
        start,
        "video",
        "interviews.wait.meet",
        "interviews.wait.meet.when",
        List.of(entry.other(), entry.title(), formats.when(start, entry.there())),
        interview.href(),
        "interviews.wait.meet.do");
  }
}
