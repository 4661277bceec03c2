package org.diestra.work.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Refusal;
import org.diestra.work.time.Days.Day;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.Source;
import org.diestra.work.time.Fit.Other;
import org.jspecify.annotations.Nullable;

/**
 * What a week's sheet asks for, thought through before anything is written. A cell only moves time
 * that was written by hand and lies in its day as a whole: what the timer counted stays. Not for
 * several threads.
 */
final class SheetPlan {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private final List<Day> days;
  private final Map<EntryId, Entry> lines = new LinkedHashMap<>();
  private final Map<EntryId, Entry> before = new LinkedHashMap<>();
  private final List<Said> added = new ArrayList<>();
  private Fit fit;

  /**
   * @param fit what is recorded in the whole week, these lines included
   */
  SheetPlan(List<Day> days, List<Entry> week, Fit fit) {
    this.days = List.copyOf(days);
    this.fit = fit;
    week.forEach(entry -> {
      lines.put(entry.facts().id(), entry);
      before.put(entry.facts().id(), entry);
    });
  }

  List<Day> days() {
    return days;
  }

  /** The minutes of a cell. */
  int minutes(@Nullable UUID task, Day day) {
    return lines.values().stream()
        .filter(e -> Objects.equals(e.facts().said().task(), task))
        .mapToInt(e -> day.minutes(e.facts().span()))
        .sum();
  }

  /** Brings a cell to what was typed, or says why not. */
  Optional<Refusal> set(String field, @Nullable UUID task, Day day, CellText typed, String note) {
    return switch (typed) {
      case CellText.Length(var minutes) -> length(field, task, day, minutes, note);
      case CellText.Stretch(var from, var to) -> stretch(field, task, day, from, to, note);
    };
  }

  private Optional<Refusal> length(
      String field, @Nullable UUID task, Day day, int minutes, String note) {
    var movable = movable(task, day);
    int now = minutes(task, day);
    int fixed = now - movable.stream().mapToInt(e -> e.facts().minutes()).sum();
    if (minutes < fixed) {
      return refused(field, "time.cell.fixed", CellText.length(fixed));
    }
    if (minutes <= now) {
      shorten(movable, now - minutes);
      return Optional.empty();
    }
    return lengthen(field, task, day, minutes - now, note);
  }

  /** What was written by hand last goes first. */
  private void shorten(List<Entry.Open> movable, int minutes) {
    int rest = minutes;
    for (var entry : movable.reversed()) {
      if (rest == 0) {
        return;
      }
      var facts = entry.facts();
      int take = Math.min(rest, facts.minutes());
      rest -= take;
      fit = fit.without(facts.id());
      if (take == facts.minutes()) {
        lines.remove(facts.id());
      } else {
        var to = facts.span().to().minus(take, ChronoUnit.MINUTES);
        var said = facts.said();
        var shorter = new Said(new Span(facts.span().from(), to), said.task(), said.note());
        keep(entry.write(shorter));
      }
    }
  }

  private void keep(Entry.Open entry) {
    lines.put(entry.facts().id(), entry);
    fit = fit.with(Other.of(entry));
  }

  /** From nine on, into whatever stretches are free. */
  private Optional<Refusal> lengthen(
      String field, @Nullable UUID task, Day day, int minutes, String note) {
    int rest = minutes;
    var found = new ArrayList<Span>();
    for (var gap : gaps(day)) {
      if (rest > 0) {
        int take = Math.min(rest, gap.minutes());
        found.add(new Span(gap.from(), gap.from().plus(take, ChronoUnit.MINUTES)));
        rest -= take;
      }
    }
    if (rest > 0) {
      return noRoom(field, day, minutes - rest);
    }
    for (var span : found) {
      var refusal = fit.refusal(field, span);
      if (refusal.isPresent()) {
        return refusal;
      }
      add(new Said(span, task, note));
    }
    return Optional.empty();
  }

  private Optional<Refusal> noRoom(String field, Day day, int room) {
    if (!fit.runsOn(day)) {
      return refused(field, "time.cell.not-running");
    }
    return room == 0
        ? refused(field, "time.cell.full")
        : refused(field, "time.cell.no-room", CellText.length(room));
  }

  private void add(Said said) {
    added.add(said);
    var other = new Other(new EntryId(Ids.fresh()), said.span(), said.note());
    fit = fit.with(other);
  }

  /** What is free and past in a day's part from nine on, or from its start where it ends before. */
  private List<Span> gaps(Day day) {
    var nine = day.date().atTime(MORNING).atZone(fit.zone()).toInstant();
    var from = nine.isAfter(day.from()) && nine.isBefore(day.to()) ? nine : day.from();
    var gaps = new ArrayList<Span>();
    for (var run : fit.runs()) {
      var start = later(from, run.from());
      var end = earlier(earlier(day.to(), fit.now()), run.until());
      if (fit.running() != null) {
        end = earlier(end, fit.running().startedAt().truncatedTo(ChronoUnit.MINUTES));
      }
      gaps.addAll(free(start, end));
    }
    return gaps;
  }

  private List<Span> free(Instant from, Instant to) {
    var out = new ArrayList<Span>();
    var at = from;
    var busy =
        fit.others().stream().map(Other::span).sorted(Comparator.comparing(Span::from)).toList();
    for (var span : busy) {
      if (span.to().isAfter(at) && span.from().isBefore(to)) {
        gap(at, span.from()).ifPresent(out::add);
        at = span.to();
      }
    }
    gap(at, to).ifPresent(out::add);
    return out;
  }

  /** At most so long as a line may be. */
  private static Optional<Span> gap(Instant from, Instant to) {
    var most = from.plus(Span.MOST, ChronoUnit.MINUTES);
    var first =
        from.truncatedTo(ChronoUnit.MINUTES).equals(from)
            ? from
            : from.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    var last = earlier(to, most).truncatedTo(ChronoUnit.MINUTES);
    return first.isBefore(last) ? Optional.of(new Span(first, last)) : Optional.empty();
  }

  /** Takes the place of what was written by hand in that cell. */
  private Optional<Refusal> stretch(
      String field, @Nullable UUID task, Day day, LocalTime from, LocalTime to, String note) {
    var start = day.date().atTime(from).atZone(fit.zone());
    var date = to.isAfter(from) ? day.date() : day.date().plusDays(1);
    var end = date.atTime(to).atZone(fit.zone()).toInstant();
    if (!start.toLocalTime().equals(from) || !start.toInstant().isBefore(end)) {
      return refused(field, "time.cell.no-such-hour");
    }
    if (start.toInstant().isBefore(day.from()) || end.isAfter(day.to())) {
      return refused(field, "time.cell.other-day");
    }
    if (ChronoUnit.MINUTES.between(start.toInstant(), end) > Span.MOST) {
      return refused(field, "time.refused.long");
    }
    var span = new Span(start.toInstant(), end);
    var movable = movable(task, day);
    shorten(movable, movable.stream().mapToInt(e -> e.facts().minutes()).sum());
    var refusal = fit.refusal(field, span);
    if (refusal.isEmpty()) {
      add(new Said(span, task, note));
    }
    return refusal;
  }

  private List<Entry.Open> movable(@Nullable UUID task, Day day) {
    return lines.values().stream()
        .filter(Entry.Open.class::isInstance)
        .map(Entry.Open.class::cast)
        .filter(e -> e.facts().source() == Source.MANUAL)
        .filter(e -> Objects.equals(e.facts().said().task(), task))
        .filter(e -> day.holds(e.facts().span()))
        .sorted(Comparator.comparing(e -> e.facts().span().from()))
        .toList();
  }

  /** Lines that go. */
  List<Entry.Open> removed() {
    return before.values().stream()
        .filter(e -> !lines.containsKey(e.facts().id()))
        .map(Entry.Open.class::cast)
        .toList();
  }

  /** Lines that stay, shorter. */
  List<Entry> shortened() {
    return lines.values().stream().filter(e -> !e.equals(before.get(e.facts().id()))).toList();
  }

  /** Lines that come. */
  List<Said> added() {
    return List.copyOf(added);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }

  private static Optional<Refusal> refused(String field, String key, Object... args) {
    return Optional.of(Refusal.invalid(field, key, args));
  }
}
