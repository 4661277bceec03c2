package org.diestra.office.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.diestra.office.calendar.Todo.Priority;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;

/**
 * A task as a browser sends it.
 *
 * @param due a date, or empty
 * @param at a time of that day on the clock of whoever types, or empty for the whole day
 */
record TodoForm(
    @Nullable String calendar,
    @Nullable String title,
    @Nullable String due,
    @Nullable String at,
    @Nullable String priority,
    @Nullable String percent,
    @Nullable String notes) {

  /** What it comes to. */
  record Read(String title, @Nullable When due, Priority priority, int percent, String notes) {}

  static TodoForm blank(String calendar) {
    return new TodoForm(calendar, "", "", "", "", "", "");
  }

  static TodoForm of(Todo it, ZoneId zone) {
    var due = it.due();
    var local = due == null || due.day() ? null : due.at(zone).atZone(zone).toLocalDateTime();
    return new TodoForm(
        it.calendar().id().toString(),
        it.title(),
        due == null ? "" : local == null ? due.date().toString() : local.toLocalDate().toString(),
        local == null ? "" : local.toLocalTime().withSecond(0).withNano(0).toString(),
        it.priority().slug(),
        String.valueOf(it.percent()),
        it.notes());
  }

  /** Null where there are problems. */
  @Nullable Read read(ZoneId zone, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("title", title, Draft.LONGEST_TITLE, "calendar.title.missing");
    var said = typed.text("notes", notes, Draft.LONGEST_NOTES);
    var much = typed.number("percent", percent, 0, 100, "calendar.every.wrong");
    var when = when(zone, problems);
    var weight = Priority.NONE;
    for (var one : Priority.values()) {
      weight = one.slug().equals(priority) ? one : weight;
    }
    return problems.any()
        ? null
        : new Read(called, when, weight, Objects.requireNonNullElse(much, 0), said);
  }

  private @Nullable When when(ZoneId zone, Problems problems) {
    var day = Typed.line(due);
    var time = Typed.line(at);
    if (day.isEmpty()) {
      if (!time.isEmpty()) {
        problems.add("due", "calendar.todo.day.missing");
      }
      return null;
    }
    try {
      var date = LocalDate.parse(day);
      if (date.getYear() < EventForm.FIRST_YEAR || date.getYear() > EventForm.LAST_YEAR) {
        throw new DateTimeException(day);
      }
      return time.isEmpty() ? When.day(date) : time(date, time, zone, problems);
    } catch (DateTimeException wrong) {
      problems.add(
          "due",
          "calendar.day.wrong",
          String.valueOf(EventForm.FIRST_YEAR),
          String.valueOf(EventForm.LAST_YEAR));
      return null;
    }
  }

  private static @Nullable When time(LocalDate date, String time, ZoneId zone, Problems problems) {
    try {
      return When.in(zone, date.atTime(LocalTime.parse(time)));
    } catch (DateTimeException wrong) {
      problems.add("at", "calendar.time.wrong");
      return null;
    }
  }
}
