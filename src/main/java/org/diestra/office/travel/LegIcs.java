package org.diestra.office.travel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.Places;
import org.diestra.office.journeys.Stop;
import org.diestra.office.travel.LegStore.Kept;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Ics;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;
import org.diestra.platform.icalendar.ZoneText;
import org.springframework.stereotype.Component;

/**
 * Legs as calendars read them (RFC 5545): each end on the clock of its own place, whose name goes
 * with it (section 3.2.19).
 */
@Component
class LegIcs {
  private final Clock clock;

  LegIcs(Clock clock) {
    this.clock = clock;
  }

  /** One leg, with the zones it names. */
  CalendarObject object(Trip trip, Kept kept) {
    var parts = new ArrayList<Part>();
    var zones = new LinkedHashSet<>(List.of(kept.leg().from().zone(), kept.leg().to().zone()));
    zones.forEach(zone -> parts.addAll(described(zone)));
    parts.add(event(trip, kept));
    var object = CalendarObject.of(CalendarObject.HEAD.holding(parts)).orFail();
    return object.holding(object.events()); // without zones that it does not name
  }

  private static List<Part> described(ZoneId zone) {
    return zone instanceof ZoneOffset
        ? List.of()
        : Ics.read(ZoneText.of(zone).getBytes(StandardCharsets.UTF_8), CalendarObject.LARGEST)
            .orFail()
            .parts("VTIMEZONE");
  }

  /** All of an itinerary in one file. */
  byte[] file(Trip trip, List<Kept> legs) {
    var head = CalendarObject.HEAD.with(Line.of("METHOD", "PUBLISH"));
    return CalendarObject.together(head, legs.stream().map(kept -> object(trip, kept)).toList())
        .bytes();
  }

  private Part event(Trip trip, Kept kept) {
    var leg = kept.leg();
    var lines = new ArrayList<Line>();
    lines.add(Line.text("UID", kept.id() + "@diestra"));
    lines.add(Line.of("DTSTAMP", utc(clock.instant())));
    lines.add(Line.of("SEQUENCE", String.valueOf(kept.version() - 1)));
    lines.add(when(leg.from()).line("DTSTART"));
    lines.add(when(leg.to()).line("DTEND"));
    lines.add(Line.text("SUMMARY", (leg.called() + " " + leg.route()).strip()));
    lines.add(Line.text("LOCATION", place(leg.from())));
    Places.find(leg.from().code())
        .ifPresent(at ->
            lines.add(
                Line.of(
                    "GEO",
                    String.format(Locale.ROOT, "%.4f;%.4f", at.latitude(), at.longitude()))));
    var said = said(trip, leg);
    if (!said.isEmpty()) {
      lines.add(Line.text("DESCRIPTION", said));
    }
    lines.add(Line.of("STATUS", "CONFIRMED"));
    lines.add(Line.of("TRANSP", leg.means().moves() ? "OPAQUE" : "TRANSPARENT"));
    return Part.of("VEVENT", lines.toArray(Line[]::new));
  }

  private static String said(Trip trip, Leg leg) {
    var some = new ArrayList<String>();
    some.add(trip.facts().wish().title());
    for (var text : List.of(leg.booking(), leg.seat(), leg.note())) {
      if (!text.isEmpty()) {
        some.add(text);
      }
    }
    return String.join("\n", some);
  }

  private static String place(Stop stop) {
    return stop.code().isEmpty() ? stop.name() : stop.name() + " (" + stop.code() + ")";
  }

  /** In UTC where that clock shows the time twice, or not at all, and it would be misread. */
  private static When when(Stop stop) {
    var at = stop.at();
    boolean plain = stop.zone().getRules().getValidOffsets(stop.local()).size() == 1;
    return plain && !(stop.zone() instanceof ZoneOffset)
        ? When.in(stop.zone(), LocalDateTime.ofInstant(at, stop.zone()))
        : When.utc(at);
  }

  private static String utc(Instant at) {
    return When.utc(at.truncatedTo(ChronoUnit.SECONDS)).key();
  }
}
