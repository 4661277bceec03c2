package org.diestra.work.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.base.Refusal;
import org.diestra.work.engagements.Run;
import org.diestra.work.time.Days.Day;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of an assistant's time must fit into: the work runs, nothing else was done
 * meanwhile, nobody works more than 16 hours a day, and no hour is written before it has passed.
 *
 * @param runs when work could be done
 * @param others what the assistant has recorded around that time, for whomever
 * @param running the timer that runs, or null
 * @param zone whose days count
 */
record Fit(
    List<Run> runs, List<Other> others, @Nullable Running running, ZoneId zone, Instant now) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  Fit {
    // minutes count whole: what begins within one has all of it
    runs =
        runs.stream()
            .map(run -> new Run(run.from().truncatedTo(ChronoUnit.MINUTES), run.until()))
            .toList();
    others = List.copyOf(others);
  }

  /** Something that was recorded. */
  record Other(EntryId id, Span span, String note) {
    static Other of(Entry entry) {
      return new Other(entry.facts().id(), entry.facts().span(), entry.facts().said().note());
    }
  }

  /** The same without one line, which is about to change. */
  Fit without(EntryId id) {
    var rest = others.stream().filter(o -> !o.id().equals(id)).toList();
    return new Fit(runs, rest, running, zone, now);
  }

  /** The same with one line more. */
  Fit with(Other other) {
    var more = new ArrayList<>(others);
    more.add(other);
    return new Fit(runs, more, running, zone, now);
  }

  /** Why that stretch can't be recorded, if so. */
  Optional<Refusal> refusal(String field, Span span) {
    if (span.to().isAfter(now)) {
      return refused(field, "time.refused.future");
    }
    if (runs.stream().noneMatch(run -> run.holds(span.from(), span.to()))) {
      return refused(field, "time.refused.not-running");
    }
    for (var other : others) {
      if (other.span().overlaps(span)) {
        return refused(
            field,
            "time.refused.overlap",
            clock(other.span().from()),
            clock(other.span().to()),
            other.note());
      }
    }
    if (running != null && span.to().isAfter(running.startedAt())) {
      return refused(field, "time.refused.timer", clock(running.startedAt()));
    }
    var full =
        Days.touched(span, zone).entrySet().stream()
            .filter(day -> worked(day.getKey()) + day.getValue() > Span.MOST)
            .findFirst();
    return full.flatMap(
        day -> refused(field, "time.refused.day", CellText.length(worked(day.getKey()))));
  }

  /** Whether work could be done on some of that day. */
  boolean runsOn(Day day) {
    return runs.stream()
        .anyMatch(run ->
            run.from().isBefore(day.to())
                && (run.until() == null || run.until().isAfter(day.from())));
  }

  /** Minutes already recorded on that day, for whomever. */
  int worked(Day day) {
    return others.stream().mapToInt(o -> day.minutes(o.span())).sum();
  }

  /** The parts of a counted stretch that may be kept, in order. */
  List<Span> kept(Span span) {
    var kept = new ArrayList<Span>();
    for (var run : runs) {
      var until = run.until() == null ? span.to() : run.until();
      if (run.from().isBefore(until)) {
        span.within(run.from(), until).flatMap(this::withinDays).ifPresent(kept::add);
      }
    }
    return kept.stream().flatMap(part -> part.byWeek().stream()).toList();
  }

  /** Up to the minute at which a day is full. */
  private Optional<Span> withinDays(Span span) {
    for (var touched : Days.touched(span, zone).entrySet()) {
      int room = Span.MOST - worked(touched.getKey());
      if (touched.getValue() > room) {
        var from = later(span.from(), touched.getKey().from());
        return span.within(span.from(), from.plusSeconds(60L * Math.max(0, room)));
      }
    }
    return Optional.of(span);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  private static Optional<Refusal> refused(String field, String key, Object... args) {
    return Optional.of(Refusal.invalid(field, key, args));
  }
}
