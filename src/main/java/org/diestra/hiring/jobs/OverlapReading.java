package org.diestra.hiring.jobs;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;

/** Reads when the client is at work and how much of it has to be shared. */
final class OverlapReading {
  private final ConditionsForm form;
  private final Problems problems;

  OverlapReading(ConditionsForm form, Problems problems) {
    this.form = form;
    this.problems = problems;
  }

  /** A week as the form has it: the same hours on some days. */
  record Day(List<DayOfWeek> days, int from, int to, @Nullable ZoneId zone) {
    private static final Day OFFICE =
        new Day(List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)), 9, 17, null);

    static Day of(@Nullable Overlap overlap) {
      var week = overlap == null ? null : overlap.week();
      if (week == null) {
        return OFFICE;
      }
      var days = Arrays.stream(DayOfWeek.values()).filter(d -> !week.spans(d).isEmpty()).toList();
      var first = week.spans(days.getFirst());
      return new Day(days, first.getFirst().from(), first.getLast().to(), week.zone());
    }
  }

  @Nullable Overlap read() {
    if ("none".equals(form.overlap())) {
      return Overlap.NONE;
    }
    if (!"some".equals(form.overlap())) {
      problems.add("overlap", "jobs.conditions.overlap.missing");
      return null;
    }
    var week = week();
    var hours =
        new Typed(problems)
            .number("hours", form.hours(), 1, Overlap.MOST_HOURS, "jobs.conditions.hours.wrong");
    if (hours == null) {
      problems.add("hours", "jobs.conditions.hours.missing");
    } else if (week != null && hours > week.size()) {
      problems.add("hours", "jobs.conditions.hours.many", week.size());
    }
    return week == null || hours == null ? null : new Overlap(week, hours);
  }

  private @Nullable WorkWeek week() {
    var days =
        Arrays.stream(DayOfWeek.values())
            .filter(d -> form.chosenDays().contains(String.valueOf(d.getValue())))
            .toArray(DayOfWeek[]::new);
    if (days.length == 0) {
      problems.add("days", "jobs.conditions.days.missing");
      return null;
    }
    var typed = new Typed(problems);
    var from = typed.number("from", form.from(), 0, 23, "jobs.conditions.hour.wrong");
    var to = typed.number("to", form.to(), 1, 24, "jobs.conditions.hour.wrong");
    var zone = form.zone() == null ? "" : form.zone();
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add("zone", "jobs.conditions.zone.missing");
      return null;
    }
    if (from == null || to == null || from >= to) {
      problems.add("to", "jobs.conditions.to.early");
      return null;
    }
    return WorkWeek.daily(ZoneId.of(zone), from, to, days);
  }
}
