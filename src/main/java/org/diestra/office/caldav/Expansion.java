package org.diestra.office.caldav;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;

/** The single times of what comes again (RFC 4791, sections 9.6.5 and 9.6.6). */
final class Expansion {
  private static final int HEAVIEST = 5_000_000; // bytes of one thing, written out
  private static final String ZONE = "VTIMEZONE";

  private Expansion() {}

  /**
   * Each time in the window by itself, in UTC and without rules or zones.
   *
   * @throws DavFault 507 where there are too many to tell
   */
  static Part of(CalendarObject object, Range range, ZoneId home, Budget budget) {
    boolean again = object.timing().comesAgain() || object.events().size() > 1;
    var found = new Series(object.timings(), home).within(range.from(), range.to(), budget);
    long weight = (long) found.times().size() * object.calendar().bytes().length;
    if (!found.complete() || weight > HEAVIEST && found.times().size() > 1) {
      throw new DavFault(507, Names.TOO_MANY);
    }
    if (object.todo() && !again) {
      return object.calendar();
    }
    var parts = new ArrayList<Part>();
    for (var time : found.times()) {
      parts.add(alone(object.events().get(time.which()), time, again, home));
    }
    return object.calendar().holding(parts);
  }

  private static Part alone(Part event, Series.Time time, boolean again, ZoneId home) {
    var lines = new ArrayList<Line>();
    if (again) {
      lines.add(utc(time.original(), home).line("RECURRENCE-ID"));
    }
    lines.add(utc(time.start(), home).line("DTSTART"));
    boolean task = event.name().equals(CalendarObject.TODO);
    boolean ends = event.line(task ? "DUE" : "DTEND").or(() -> event.line("DURATION")).isPresent();
    if (ends) {
      lines.add(end(time, home).line(task ? "DUE" : "DTEND"));
    }
    return event
        .without("RECURRENCE-ID", "DTSTART", "DTEND", "DUE", "DURATION", "RRULE", "RDATE", "EXDATE")
        .plus(lines);
  }

  private static When utc(When when, ZoneId home) {
    return when.day() ? when : When.utc(when.at(home));
  }

  private static When end(Series.Time time, ZoneId home) {
    return time.start().day()
        ? When.day(time.to().atZone(home).toLocalDate())
        : When.utc(time.to());
  }

  /** The series, and of its changes those that touch the window, before or after they moved. */
  static Part limited(CalendarObject object, Range range, ZoneId home) {
    var kept = new ArrayList<Part>(object.calendar().parts(ZONE));
    for (int i = 0; i < object.events().size(); i++) {
      var timing = object.timings().get(i);
      if (timing.time() == null || touches(timing, range, home)) {
        kept.add(object.events().get(i));
      }
    }
    return object.calendar().holding(List.copyOf(kept));
  }

  private static boolean touches(Timing timing, Range range, ZoneId home) {
    var time = timing.time();
    return touches(timing.start().at(home), timing.end(timing.start(), home), range)
        || time != null && touches(time.at(home), timing.end(time, home), range);
  }

  private static boolean touches(Instant from, Instant to, Range range) {
    return from.isBefore(range.to()) && (to.isAfter(range.from()) || from.equals(range.from()));
  }
}
