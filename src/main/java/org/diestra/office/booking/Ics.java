package org.diestra.office.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;

/**
 * An appointment as calendars read it (RFC 5545): for the guest with the client as the organizer
 * and who sends on its behalf (section 3.2.18), and for the hosts' own calendars.
 *
 * @param summary one line
 * @param location a place or an address, or empty
 */
record Ics(
    Appointment appointment,
    String uid,
    String summary,
    String description,
    String location,
    Instant stamp) {

  /** In answer to what the guest asked for, or after a change (RFC 5546, section 3.2.2). */
  byte[] request(Page page, String house) {
    return written("REQUEST", "CONFIRMED", page, house);
  }

  /** It will not be (RFC 5546, section 3.2.5). */
  byte[] cancel(Page page, String house) {
    return written("CANCEL", "CANCELLED", page, house);
  }

  private byte[] written(String method, String status, Page page, String house) {
    var sender = page.sender() == null ? house : page.sender();
    var event =
        event(status)
            .plus(
                List.of(
                    new Line(
                        "ORGANIZER",
                        List.of(
                            Line.Param.quoted("CN", page.name()),
                            Line.Param.quoted("SENT-BY", "mailto:" + sender)),
                        "mailto:" + page.contact()),
                    new Line(
                        "ATTENDEE",
                        List.of(
                            Line.Param.quoted("CN", appointment.guest().name()),
                            new Line.Param("ROLE", "REQ-PARTICIPANT"),
                            new Line.Param("PARTSTAT", "ACCEPTED"),
                            new Line.Param("RSVP", "FALSE")),
                        "mailto:" + appointment.guest().email())));
    return whole(CalendarObject.HEAD.with(Line.of("METHOD", method)), event).calendar().bytes();
  }

  /**
   * For a calendar of the house, in which it takes the time and nobody is invited.
   *
   * @param own whether it is a host's own, which others may see who have nothing to do with it
   */
  CalendarObject entry(boolean own) {
    var event = event("CONFIRMED").with(Line.of("TRANSP", "OPAQUE"));
    return whole(CalendarObject.HEAD, own ? event.with(Line.of("CLASS", "PRIVATE")) : event);
  }

  private static CalendarObject whole(Part head, Part event) {
    var object = CalendarObject.of(head.holding(List.of(event))).orFail();
    return object.holding(object.events()); // with the zones it names
  }

  private Part event(String status) {
    var lines = new ArrayList<Line>();
    lines.add(Line.text("UID", uid));
    lines.add(Line.of("DTSTAMP", utc(stamp)));
    lines.add(Line.of("SEQUENCE", String.valueOf(appointment.sequence())));
    lines.addAll(timing().lines());
    lines.add(Line.text("SUMMARY", summary));
    lines.add(Line.text("DESCRIPTION", description));
    if (!location.isEmpty()) {
      lines.add(Line.text("LOCATION", location));
    }
    lines.add(Line.of("STATUS", status));
    return Part.of("VEVENT", lines.toArray(Line[]::new));
  }

  private static String utc(Instant at) {
    return When.utc(at.truncatedTo(ChronoUnit.SECONDS)).key();
  }

  /**
   * On the clock of the service, whose name goes with it; in UTC where that clock shows one of the
   * two times twice and would be misread.
   */
  private Timing timing() {
    var length = Timing.Length.of(Duration.between(appointment.start(), appointment.end()));
    boolean plain = once(appointment.start()) && once(appointment.end());
    var zone = appointment.zone();
    var start =
        plain && !(zone instanceof ZoneOffset)
            ? When.in(zone, LocalDateTime.ofInstant(appointment.start(), zone))
            : When.utc(appointment.start());
    return Timing.once(start, length);
  }

  private boolean once(Instant at) {
    var local = LocalDateTime.ofInstant(at, appointment.zone());
    return local.atZone(appointment.zone()).toInstant().equals(at);
  }
}
