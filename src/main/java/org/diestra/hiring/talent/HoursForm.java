package org.diestra.hiring.talent;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.base.WorkWeek.Span;
import org.jspecify.annotations.Nullable;

/**
 * When somebody works, as typed: lines of day, from and to, or the whole week at once where a
 * script has drawn it.
 *
 * @param day 1 (Monday) to 7, one for each line
 * @param hours 168 digits 0 or 1, which then count instead of the lines
 * @param awayUntil a date as 2026-12-24
 */
record HoursForm(
    @Nullable List<String> day,
    @Nullable List<String> from,
    @Nullable List<String> to,
    @Nullable String hours,
    @Nullable String freeHours,
    @Nullable String awayUntil) {
  private static final int MOST_FREE = 80;
  private static final int MOST_LINES = 7 * 12;
  private static final int LINES_A_DAY = 2;

  record Read(WorkWeek week, @Nullable Integer freeHours, @Nullable LocalDate awayUntil) {}

  /** One stretch of one day as the form shows it; both ends may be empty. */
  record Line(DayOfWeek day, String from, String to) {}

  static HoursForm of(Profile profile) {
    var free = profile.freeHours();
    var away = profile.awayUntil();
    return new HoursForm(
        null,
        null,
        null,
        profile.week().hours(),
        free == null ? null : free.toString(),
        away == null ? null : away.toString());
  }

  /** Two lines a day, or more where a day has more stretches. */
  List<Line> lines() {
    var lines = new ArrayList<Line>();
    var typed = typedLines();
    var drawn = drawn();
    for (var day : DayOfWeek.values()) {
      int before = lines.size();
      if (drawn != null) {
        drawn.spans(day).forEach(s -> lines.add(new Line(day, "" + s.from(), "" + s.to())));
      } else {
        typed.stream().filter(l -> l.day() == day).forEach(lines::add);
      }
      while (lines.size() < before + LINES_A_DAY) {
        lines.add(new Line(day, "", ""));
      }
    }
    return lines;
  }

  private @Nullable WorkWeek drawn() {
    return hours != null && hours.matches("[01]{168}")
        ? new WorkWeek(hours, ZoneId.of("UTC"))
        : null;
  }

  private List<Line> typedLines() {
    var lines = new ArrayList<Line>();
    for (int i = 0; day != null && i < Math.min(day.size(), MOST_LINES); i++) {
      var which = at(day, i);
      if (which.matches("[1-7]")) {
        lines.add(new Line(DayOfWeek.of(Integer.parseInt(which)), at(from, i), at(to, i)));
      }
    }
    return lines;
  }

  private static String at(@Nullable List<String> values, int i) {
    var value = values == null || i >= values.size() ? null : values.get(i);
    return value == null ? "" : value.strip();
  }

  Read read(ZoneId zone, LocalDate today, Problems problems) {
    var typed = new Typed(problems);
    var drawn = drawn();
    var week =
        drawn == null ? WorkWeek.of(zone, spans(problems)) : new WorkWeek(drawn.hours(), zone);
    return new Read(
        week,
        typed.number("freeHours", freeHours, 1, MOST_FREE, "talent.free.wrong"),
        away(today, problems));
  }

  private Map<DayOfWeek, List<Span>> spans(Problems problems) {
    var days = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var line : typedLines()) {
      if (line.from().isEmpty() && line.to().isEmpty()) {
        continue;
      }
      int begin = hour(line.from());
      int end = hour(line.to());
      if (begin < 0 || end < 0 || begin >= end) {
        problems.add("week", "talent.week.wrong");
      } else {
        days.computeIfAbsent(line.day(), d -> new ArrayList<>()).add(new Span(begin, end));
      }
    }
    return days;
  }

  private static int hour(String text) {
    int hour = text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
    return hour > 24 ? -1 : hour;
  }

  /** A day that has passed is nobody's absence any more. */
  private @Nullable LocalDate away(LocalDate today, Problems problems) {
    var text = Typed.line(awayUntil);
    if (text.isEmpty()) {
      return null;
    }
    try {
      var date = LocalDate.parse(text);
      if (date.isAfter(today.plusYears(2))) {
        problems.add("awayUntil", "talent.away.far");
      }
      return date.isAfter(today) ? date : null;
    } catch (DateTimeException notOne) {
      problems.add("awayUntil", "talent.away.wrong");
      return null;
    }
  }
}
