package org.diestra.office.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.diestra.office.calendar.Todo.Priority;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;

/** The lines of a task that the page reads and writes; it leaves all others alone. */
final class TodoText {
  private static final int ALL = 100;

  private TodoText() {}

  static CalendarObject fresh(String uid, TodoForm.Read typed, Instant now) {
    var task = Part.of(CalendarObject.TODO, Line.text("UID", uid), Line.of("CREATED", at(now)));
    var whole = CalendarObject.HEAD.holding(java.util.List.of(words(task, null, typed, now)));
    var object = CalendarObject.of(whole).orFail();
    return object.holding(object.events());
  }

  /** What somebody typed, in the place of what was shown; what is as it was shown stays. */
  static CalendarObject changed(Todo it, TodoForm.Read typed, Instant now) {
    var object = it.kept().object();
    return object.holding(
        object.events().stream()
            .map(task -> task == object.main() ? words(task, it, typed, now) : task)
            .toList());
  }

  private static Part words(Part task, @Nullable Todo shown, TodoForm.Read typed, Instant now) {
    var part = text(task, "SUMMARY", typed.title());
    part = text(part, "DESCRIPTION", typed.notes());
    var due = typed.due();
    if (shown == null || !alike(shown.due(), due)) {
      // a begin that was meant for another end says nothing any more
      part = part.without("DUE", "DURATION", "DTSTART");
      part = due == null ? part : part.plus(java.util.List.of(due.line("DUE")));
    }
    if (shown == null || shown.priority() != typed.priority()) {
      part =
          typed.priority() == Priority.NONE
              ? part.without("PRIORITY")
              : part.with(Line.of("PRIORITY", String.valueOf(typed.priority().number())));
    }
    boolean same = shown != null && shown.percent() == typed.percent();
    return EventText.stamped(same ? part : progress(part, typed.percent(), now), now);
  }

  /** As the form shows them: to the minute, and on the clock of whoever types. */
  private static boolean alike(@Nullable When shown, @Nullable When typed) {
    if (shown == null || typed == null || shown.day() != typed.day()) {
      return shown == typed;
    }
    var zone = typed.zone() == null ? ZoneOffset.UTC : typed.zone();
    return typed.day()
        ? shown.date().equals(typed.date())
        : shown.at(zone).truncatedTo(ChronoUnit.MINUTES).equals(typed.at(zone));
  }

  private static Part text(Part task, String name, String text) {
    if (task.text(name).equals(text)) {
      return task;
    }
    return text.isEmpty() ? task.without(name) : task.with(Line.text(name, text));
  }

  /** RFC 5545, sections 3.8.1.8, 3.8.1.11 and 3.8.2.1 say the same in three lines. */
  private static Part progress(Part task, int percent, Instant now) {
    var open = task.without("COMPLETED", "PERCENT-COMPLETE");
    if (percent >= ALL) {
      return open.with(Line.of("STATUS", "COMPLETED"))
          .with(Line.of("COMPLETED", at(now)))
          .with(Line.of("PERCENT-COMPLETE", String.valueOf(ALL)));
    }
    return percent == 0
        ? open.with(Line.of("STATUS", "NEEDS-ACTION"))
        : open.with(Line.of("STATUS", "IN-PROCESS"))
            .with(Line.of("PERCENT-COMPLETE", String.valueOf(percent)));
  }

  /** Done, or to be done again. */
  static CalendarObject ticked(Todo it, boolean done, Instant now) {
    var object = it.kept().object();
    return object.holding(
        object.events().stream()
            .map(task -> EventText.stamped(progress(task, done ? ALL : 0, now), now))
            .toList());
  }

  private static String at(Instant now) {
    return EventText.moment(now);
  }
}
