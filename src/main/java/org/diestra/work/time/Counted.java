package org.diestra.work.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.page.Pages;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a timer counted into lines. */
@Component
class Counted {
  private final Desks desks;
  private final Lines lines;
  private final EntryStore entries;
  private final WeekFollowers followers;
  private final Pages pages;
  private final Clock clock;

  Counted(
      Desks desks,
      Lines lines,
      EntryStore entries,
      WeekFollowers followers,
      Pages pages,
      Clock clock) {
    this.desks = desks;
    this.lines = lines;
    this.entries = entries;
    this.followers = followers;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Records what was counted, as far as it can be kept.
   *
   * @param note what was done, or null for what was written while it ran, and a stand-in where that
   *     says too little
   * @param late whether the house heard of that end, or of the start, only later
   */
  Stop record(Running running, Instant at, @Nullable String note, boolean late) {
    var span = Span.counted(running.startedAt(), at);
    if (span.isEmpty()) {
      return new Stop.Nothing();
    }
    var desk = desks.of(running);
    var fit = lines.fit(desk, span.get().from(), span.get().to());
    var alone = new Fit(fit.runs(), fit.others(), null, fit.zone(), fit.now());
    boolean undescribed = note == null && !Said.fits(running.note());
    var words = undescribed ? standIn(desk) : note == null ? running.note() : note;
    var kept = new ArrayList<Entry>();
    for (var part : free(alone.kept(span.get()), alone)) {
      if (lines.takesCounted(desk, Week.of(part.from()))) {
        var said = new Said(part, running.task(), words, !undescribed);
        kept.add(lines.add(desk, said, late ? Source.SENT : Source.TIMER, running.id()));
      }
    }
    if (!kept.isEmpty()) {
      followers.recorded(desk);
    }
    int minutes = kept.stream().mapToInt(e -> e.facts().minutes()).sum();
    return kept.isEmpty()
        ? new Stop.Nothing()
        : new Stop.Recorded(kept, minutes < span.get().minutes(), undescribed);
  }

  /** Whatever was recorded meanwhile in another way counts; the timer counts around it. */
  private static List<Span> free(List<Span> parts, Fit fit) {
    var out = parts;
    for (var other : fit.others()) {
      var next = new ArrayList<Span>();
      for (var part : out) {
        if (part.overlaps(other.span())) {
          part.within(part.from(), other.span().from()).ifPresent(next::add);
          part.within(other.span().to(), part.to()).ifPresent(next::add);
        } else {
          next.add(part);
        }
      }
      out = next;
    }
    return out;
  }

  /** When a timer that was started then begins to count: not before what is recorded by now. */
  Instant free(PersonId person, Instant at) {
    return entries.of(person, at, clock.instant().plus(1, ChronoUnit.MINUTES)).stream()
        .map(e -> e.facts().span().to())
        .filter(end -> end.isAfter(at))
        .max(Instant::compareTo)
        .orElse(at);
  }

  private String standIn(Desk desk) {
    return pages.formats(desk.assistant().locale(), desk.zone()).words("time.note.stand-in");
  }
}
