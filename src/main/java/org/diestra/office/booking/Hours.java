package org.diestra.office.booking;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * When somebody may be booked, on the clock of one zone: every week, and otherwise on single days.
 *
 * @param weekly the stretches of each weekday; none for a day that is not there
 * @param days those of single dates in place of the weekday's; an empty list for a day off
 */
record Hours(ZoneId zone, Map<DayOfWeek, List<Span>> weekly, Map<LocalDate, List<Span>> days) {
  private static final int HOUR = 60; // minutes
  private static final int DAY = 24 * HOUR;

  Hours {
    weekly = Map.copyOf(weekly);
    days = Map.copyOf(days);
  }

  /**
   * A stretch of a day on the wall clock.
   *
   * @param from minutes after midnight, 0 to 1439
   * @param to minutes after midnight, more than that and at most 1440
   */
  record Span(int from, int to) {
    Span {
      if (from < 0 || to <= from || to > DAY) {
        throw new IllegalArgumentException("a stretch from " + from + " to " + to);
      }
    }

    LocalDateTime opens(LocalDate date) {
      return date.atStartOfDay().plusMinutes(from);
    }

    LocalDateTime closes(LocalDate date) {
      return date.atStartOfDay().plusMinutes(to);
    }

    /** 09:00-13:30, as it is typed too. */
    @Override
    public String toString() {
      return clock(from) + "-" + clock(to);
    }

    private static String clock(int minutes) {
      return "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
    }
  }

  boolean none() {
    return weekly.values().stream().allMatch(List::isEmpty)
        && days.values().stream().allMatch(List::isEmpty);
  }

  List<Span> on(LocalDate date) {
    var single = days.get(date);
    return single == null ? weekly.getOrDefault(date.getDayOfWeek(), List.of()) : single;
  }

  /** From one instant on and before another. */
  record Range(Instant from, Instant to) {}

  /**
   * All stretches of these dates as they are on that zone's clock, in order. What the clock jumps
   * over is not there, and a time that comes twice is the first.
   */
  List<Range> ranges(LocalDate first, LocalDate last) {
    var all = new ArrayList<Range>();
    for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
      for (var span : on(date)) {
        var from = edge(span.opens(date));
        var to = edge(span.closes(date));
        if (from.isBefore(to)) {
          all.add(new Range(from, to));
        }
      }
    }
    return all;
  }

  /** The moment the clock jumps, for a time it jumps over. */
  private Instant edge(LocalDateTime local) {
    var jump = zone.getRules().getTransition(local);
    return jump != null && jump.isGap() ? jump.getInstant() : local.atZone(zone).toInstant();
  }

  /**
   * Where something may begin: each so many minutes of the wall clock after a stretch opens.
   *
   * @param grid minutes
   */
  void starts(LocalDate first, LocalDate last, int grid, Consumer<Instant> each) {
    var rules = zone.getRules();
    for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
      for (var span : on(date)) {
        var end = span.closes(date);
        for (var at = span.opens(date); at.isBefore(end); at = at.plusMinutes(grid)) {
          var offsets = rules.getValidOffsets(at);
          if (!offsets.isEmpty()) { // or else the clock jumps over it
            each.accept(at.toInstant(offsets.getFirst()));
          }
        }
      }
    }
  }
}
