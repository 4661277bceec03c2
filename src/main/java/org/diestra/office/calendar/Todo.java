package org.diestra.office.calendar;

import java.time.Instant;
import java.time.ZoneId;
import org.diestra.office.calendar.EventStore.Kept;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;

/**
 * A task of a calendar (RFC 5545, section 3.6.2) before somebody who may read it.
 *
 * @param due a day or a time, or null
 * @param percent how much of it is done, 0 to 100
 * @param priority of the page's three, or none
 * @param again whether it comes again, as only programs make it
 */
record Todo(
    Calendar calendar,
    Kept kept,
    String title,
    String notes,
    @Nullable When due,
    int percent,
    Priority priority,
    boolean done,
    boolean again) {

  /** RFC 5545, section 3.8.1.9: from 1 to 4 is high, 5 medium, from 6 to 9 low. */
  enum Priority {
    NONE(0),
    HIGH(1),
    MEDIUM(5),
    LOW(9);

    private final int number;

    Priority(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    String slug() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    String key() {
      return "calendar.todo.priority." + slug();
    }

    static Priority of(int number) {
      return number < 1 || number > 9 ? NONE : number < 5 ? HIGH : number == 5 ? MEDIUM : LOW;
    }
  }

  static Todo of(Calendar calendar, Kept kept) {
    var object = kept.object();
    var task = object.main();
    boolean done = done(object);
    return new Todo(
        calendar,
        kept,
        task.text("SUMMARY"),
        task.text("DESCRIPTION"),
        due(object),
        done ? 100 : Math.min(number(task, "PERCENT-COMPLETE"), 100),
        Priority.of(number(task, "PRIORITY")),
        done,
        object.timing().comesAgain());
  }

  /** Whether nothing is left to do about it: each of what it consists of is completed, or off. */
  static boolean done(CalendarObject object) {
    return object.todo() && object.events().stream().allMatch(Todo::over);
  }

  private static boolean over(Part task) {
    var status = task.text("STATUS").strip();
    return status.isEmpty()
        ? task.line("COMPLETED").isPresent()
        : status.equalsIgnoreCase("COMPLETED") || status.equalsIgnoreCase("CANCELLED");
  }

  private static @Nullable When due(CalendarObject object) {
    var due = object.main().line("DUE").orElse(null);
    var start = object.timing().start();
    if (due == null) {
      return null;
    }
    var begin = object.main().line("DTSTART").orElse(null);
    if (begin == null) {
      return start; // its only time
    }
    var own = due.param("TZID");
    return own.isPresent() && !own.equals(begin.param("TZID"))
        ? start.moved(object.timing().localEnd(start))
        : When.of(due.value().strip())
            .map(when -> own.isPresent() ? start.moved(when.local()) : when)
            .orElse(start);
  }

  private static int number(Part task, String name) {
    var text = task.line(name).map(Line::value).map(String::strip).orElse("");
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
  }

  EventId id() {
    return kept.id();
  }

  String href() {
    return "/calendar/todos/" + kept.id();
  }

  boolean changes() {
    return calendar.takesTasks();
  }

  /** The last moment of it, for somebody on that clock: a day ends at midnight. */
  @Nullable Instant end(ZoneId home) {
    var at = due;
    return at == null
        ? null
        : at.day() ? at.date().plusDays(1).atStartOfDay(home).toInstant() : at.at(home);
  }

  /** By which it stands in a list: what has no end comes last. */
  Instant place(ZoneId home) {
    var end = end(home);
    return end == null ? Instant.MAX : end;
  }

  boolean late(Instant now, ZoneId home) {
    var end = end(home);
    return !done && end != null && end.isBefore(now);
  }
}
