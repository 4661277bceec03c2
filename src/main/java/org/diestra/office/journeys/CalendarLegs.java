package org.diestra.office.journeys;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Ics;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;

/**
 * Events of a calendar as legs: begin and end each on the clock that is named there (RFC 5545,
 * section 3.8.2), airports and the flight’s number by what the title says.
 */
final class CalendarLegs {
  private static final int LARGEST = 1_000_000; // bytes
  private static final int MOST = 40;
  private static final Pattern AIRPORT = Pattern.compile("(?<![A-Za-z0-9])[A-Z]{3}(?![A-Za-z0-9])");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![A-Za-z0-9])([A-Z][A-Z0-9]|[0-9][A-Z]) ?(\\d{1,4})(?![A-Za-z0-9])");

  private CalendarLegs() {}

  /** Whether a text is a calendar. */
  static boolean is(String text) {
    return text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15);
  }

  static List<LegForm> read(byte[] bytes, ZoneId home) {
    if (!(Ics.read(bytes, LARGEST) instanceof Outcome.Done<Part>(var calendar))) {
      return List.of();
    }
    var legs = new ArrayList<LegForm>();
    for (var event : calendar.parts(CalendarObject.EVENT).stream().limit(MOST).toList()) {
      var whole = new ArrayList<>(calendar.parts("VTIMEZONE"));
      whole.add(event);
      if (CalendarObject.of(calendar.without("METHOD").holding(whole))
          instanceof Outcome.Done<CalendarObject>(var object)) {
        legs.add(leg(event, object, home));
      }
    }
    return legs;
  }

  private static LegForm leg(Part event, CalendarObject object, ZoneId home) {
    var timing = object.timing();
    var start = timing.start();
    var title = Optional.of(event.text("SUMMARY")).filter(t -> !t.isBlank()).orElse("?");
    var where = event.text("LOCATION");
    var airports =
        AIRPORT
            .matcher(title + " " + where)
            .results()
            .map(MatchResult::group)
            .filter(code -> Places.find(code).isPresent())
            .distinct()
            .toList();
    boolean flies = airports.size() >= 2;
    var from = flies ? airports.getFirst() : where.isBlank() ? title : where;
    var to = flies ? airports.get(1) : from;
    boolean open = start.zone() == null; // on the clock of the place, wherever that is (3.3.5)
    var begins = zone(start.zone(), from, home);
    var named =
        event.line("DTEND").flatMap(line -> line.param("TZID")).flatMap(CalendarLegs::known);
    var ends = zone(named.orElse(start.zone()), to, home);
    var number =
        flies ? NUMBER.matcher(title).results().map(MatchResult::group).findFirst().orElse("") : "";
    return new LegForm(
        (flies ? Means.FLIGHT : Means.OTHER).slug(),
        cut(from),
        open ? clock(start, start.local()) : typed(start.at(begins), begins),
        flies ? "" : begins.getId(),
        cut(to),
        open && (start.day() || event.line("DTEND").isPresent())
            ? clock(start, timing.localEnd(start).minusDays(start.day() ? 1 : 0))
            : typed(timing.end(start, begins), ends),
        flies ? "" : ends.getId(),
        number.substring(0, Math.min(2, number.length())),
        number.substring(Math.min(2, number.length())).strip(),
        "",
        "",
        "",
        flies ? "" : cut(title),
        "");
  }

  /** As it stands there; of a whole day without an hour, which somebody fills in. */
  private static String clock(When start, LocalDateTime local) {
    return start.day() ? local.toLocalDate() + "T" : Moment.typed(local);
  }

  private static String typed(Instant at, ZoneId zone) {
    return Moment.typed(LocalDateTime.ofInstant(at, zone));
  }

  /** An airport’s own; else what was named, unless that is no place’s. */
  private static ZoneId zone(
      @org.jspecify.annotations.Nullable ZoneId named, String place, ZoneId home) {
    return Places.find(place)
        .map(Place::zone)
        .orElse(named == null || named instanceof ZoneOffset ? home : named);
  }

  private static Optional<ZoneId> known(String name) {
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  private static String cut(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.substring(0, Math.min(line.length(), Stop.LONGEST));
  }
}
