package org.diestra.office.invitations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;

/**
 * An issue as one guest's programs read it (RFC 5546): nobody else's address stands in it.
 *
 * @param stamp when it is written
 */
record Ics(Issue issue, Asker asker, Guest guest, Instant stamp) {
  /** New, or changed (section 3.2.2). */
  byte[] request() {
    return written("REQUEST", guest.sequence(issue), false);
  }

  /** Called off, or for this guest alone (section 3.2.5). */
  byte[] cancel() {
    return written("CANCEL", guest.sequence(issue) + 1, true);
  }

  private byte[] written(String method, int sequence, boolean off) {
    var object = issue.text().object();
    var whole = object.holding(events(object, sequence, off));
    return whole.calendar().with(Line.of("METHOD", method)).bytes();
  }

  /** For the guest's own calendar, in which it takes no time until they say that they come. */
  CalendarObject copy(boolean off) {
    var object = issue.text().object();
    boolean comes = guest.answer() == Answer.YES || guest.answer() == Answer.MAYBE;
    var transp = Line.of("TRANSP", comes ? "OPAQUE" : "TRANSPARENT");
    var events =
        events(object, guest.sequence(issue) + (off ? 1 : 0), off).stream()
            .map(event -> event.with(transp))
            .toList();
    return object.holding(events);
  }

  /** What they hold already, with their answer of now. */
  Part answered(Part event) {
    boolean comes = guest.answer() == Answer.YES || guest.answer() == Answer.MAYBE;
    var own = Optional.of(guest.addressKey());
    boolean whole = event.line("RECURRENCE-ID").isEmpty();
    var said =
        event.each(line ->
            line.name().equals("ORGANIZER") && guest.answeredAt() != null
                ? Roster.status(line, "2.0") // the answer is where they read it
                : whole && line.name().equals("ATTENDEE") && Roster.key(line).equals(own)
                    ? Roster.said(line, guest.answer())
                    : line);
    return whole ? said.with(Line.of("TRANSP", comes ? "OPAQUE" : "TRANSPARENT")) : said;
  }

  private List<Part> events(CalendarObject object, int sequence, boolean off) {
    return object.events().stream().map(event -> event(event, sequence, off)).toList();
  }

  private Part event(Part event, int sequence, boolean off) {
    var at = When.utc(stamp.truncatedTo(ChronoUnit.SECONDS)).key();
    var named = off ? event.with(Line.of("STATUS", "CANCELLED")) : event;
    return named.plus(
        List.of(
            Line.of("DTSTAMP", at),
            Line.of("SEQUENCE", String.valueOf(sequence)),
            asker.line(),
            attendee()));
  }

  private Line attendee() {
    return new Line(
        "ATTENDEE",
        List.of(
            Line.Param.quoted("CN", guest.label()),
            new Line.Param("ROLE", guest.optional() ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT"),
            new Line.Param("PARTSTAT", guest.answer().partstat()),
            new Line.Param("RSVP", "TRUE")),
        "mailto:" + guest.address());
  }
}
