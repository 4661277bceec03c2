package org.diestra.office.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;

/** The lines of an event that the page reads and writes; it leaves all others alone. */
final class EventText {
  private EventText() {}

  static Part timed(Part event, Timing timing) {
    return event
        .without("RECURRENCE-ID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE")
        .plus(timing.lines());
  }

  static Part words(Part event, Draft draft, Instant now) {
    var changed = set(event, "SUMMARY", draft.title());
    changed = set(changed, "LOCATION", draft.place());
    changed = set(changed, "DESCRIPTION", draft.notes());
    changed =
        draft.hidden() == hidden(changed)
            ? changed
            : set(changed, "CLASS", draft.hidden() ? "PRIVATE" : "");
    changed =
        draft.free() == free(changed)
            ? changed
            : set(changed, "TRANSP", draft.free() ? "TRANSPARENT" : "");
    if (!Objects.equals(draft.remind(), Alarms.minutes(changed))) {
      changed = Alarms.set(changed, draft.remind());
    }
    return stamped(changed, now);
  }

  private static Part set(Part event, String name, String text) {
    if (event.text(name).equals(text)) {
      return event;
    }
    return text.isEmpty() ? event.without(name) : event.with(Line.text(name, text));
  }

  static boolean hidden(Part event) {
    var said = event.text("CLASS");
    return !said.isBlank() && !said.equalsIgnoreCase("PUBLIC");
  }

  static boolean free(Part event) {
    return event.text("TRANSP").equalsIgnoreCase("TRANSPARENT");
  }

  static Part stamped(Part event, Instant now) {
    var at = moment(now);
    int sequence = event.line("SEQUENCE").map(l -> number(l.value())).orElse(-1) + 1;
    return event
        .with(Line.of("DTSTAMP", at))
        .with(Line.of("LAST-MODIFIED", at))
        .with(Line.of("SEQUENCE", String.valueOf(sequence)));
  }

  /** In UTC, to the second. */
  static String moment(Instant at) {
    return When.utc(at.truncatedTo(ChronoUnit.SECONDS)).key();
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
  }
}
