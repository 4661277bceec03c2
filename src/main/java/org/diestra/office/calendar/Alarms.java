package org.diestra.office.calendar;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.jspecify.annotations.Nullable;

/**
 * The reminder of an event (RFC 5545, section 3.6.6): the page shows the first one that is told so
 * many minutes before it begins, and leaves every other as it is.
 */
final class Alarms {
  private static final String ALARM = "VALARM";
  private static final int MOST_MINUTES = 60 * 24 * 28;

  private Alarms() {}

  /** Minutes before it begins, or null where there is none. */
  static @Nullable Integer minutes(Part event) {
    return event.parts(ALARM).stream()
        .map(Alarms::before)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static Optional<Integer> before(Part alarm) {
    var trigger = alarm.line("TRIGGER").orElse(null);
    if (trigger == null || trigger.param("RELATED").filter("END"::equalsIgnoreCase).isPresent()) {
      return Optional.empty();
    }
    var text = trigger.value().strip().toUpperCase(Locale.ROOT);
    try {
      long minutes =
          text.matches("-?P\\d{1,3}W")
              ? -7L * 24 * 60 * Long.parseLong(text.replaceAll("\\D", ""))
              : Duration.parse(text).toMinutes();
      return minutes <= 0 && minutes >= -MOST_MINUTES
          ? Optional.of((int) -minutes)
          : Optional.empty();
    } catch (DateTimeParseException other) {
      return Optional.empty(); // at a moment of its own, for instance
    }
  }

  /** With that reminder in the place of the one the page showed. */
  static Part set(Part event, @Nullable Integer minutes) {
    var parts = new ArrayList<Part>();
    boolean dropped = false;
    for (var part : event.parts()) {
      if (!dropped && part.name().equals(ALARM) && before(part).isPresent()) {
        dropped = true;
      } else {
        parts.add(part);
      }
    }
    if (minutes != null) {
      parts.add(alarm(event, minutes));
    }
    return event.holding(List.copyOf(parts));
  }

  private static Part alarm(Part event, int minutes) {
    return Part.of(
        ALARM,
        Line.of("ACTION", "DISPLAY"),
        Line.text("DESCRIPTION", event.text("SUMMARY")),
        Line.of("TRIGGER", "-PT" + minutes + "M"));
  }
}
