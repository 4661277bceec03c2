package org.diestra.office.invitations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.calendar.EventTexts;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;
import org.springframework.stereotype.Component;

/** Who is asked, in the event's own text, as programs read and write it (RFC 6638, section 3.2). */
@Component
class Roster {
  private static final String STATUS = "SCHEDULE-STATUS";
  private final GuestStore guests;
  private final EventTexts texts;
  private final Askers askers;
  private final Accounts accounts;

  Roster(GuestStore guests, EventTexts texts, Askers askers, Accounts accounts) {
    this.guests = guests;
    this.texts = texts;
    this.askers = askers;
    this.accounts = accounts;
  }

  /** The address that a line names, as it is compared. */
  static Optional<String> key(Line line) {
    return EmailAddress.read(line.mailbox()).map(EmailAddress::key);
  }

  /**
   * Writes it there.
   *
   * @param answers whether only those have changed
   */
  void write(Meeting meeting, boolean answers) {
    var all = guests.of(meeting.id());
    var dates = guests.dates(meeting.id());
    var email = accounts.contact(askers.speaker(meeting)).map(Accounts.Contact::email).orElse("");
    texts.people(
        meeting.object(), answers, event -> new Page(meeting, all, dates, email).of(event));
  }

  private record Page(
      Meeting meeting, List<Guest> all, Map<GuestId, Map<String, Answer>> dates, String email) {
    Part of(Part event) {
      var byKey = new HashMap<String, Guest>();
      all.forEach(guest -> byKey.put(guest.addressKey(), guest));
      var lines = new ArrayList<Line>();
      boolean anybody = all.stream().anyMatch(Guest::there);
      for (var line : event.lines()) {
        var guest =
            line.name().equals("ATTENDEE") ? key(line).map(byKey::remove).orElse(null) : null;
        if (guest == null) {
          lines.add(line);
        } else if (guest.there()) {
          lines.add(status(said(line, answer(event, guest)), delivered(guest)));
        }
      }
      if (event.line("RECURRENCE-ID").isPresent()) {
        return new Part(
            event.name(), lines, event.parts()); // who is asked to one date alone stays so
      }
      if (anybody && event.line("ORGANIZER").isEmpty()) {
        lines.add(
            new Line(
                "ORGANIZER",
                List.of(Line.Param.quoted("CN", meeting.organizerName())),
                "mailto:" + email));
      }
      byKey.values().stream()
          .filter(Guest::there)
          .map(guest -> fresh(guest, answer(event, guest)))
          .sorted(Comparator.comparing(Line::value))
          .forEach(lines::add);
      return new Part(event.name(), lines, event.parts());
    }

    private Answer answer(Part event, Guest guest) {
      var date = event.line("RECURRENCE-ID").flatMap(Roster::date);
      return date.flatMap(d -> Optional.ofNullable(dates.getOrDefault(guest.id(), Map.of()).get(d)))
          .orElse(guest.answer());
    }

    private static Line fresh(Guest guest, Answer answer) {
      return new Line(
          "ATTENDEE",
          List.of(
              Line.Param.quoted("CN", guest.label()),
              new Line.Param("ROLE", guest.optional() ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT"),
              new Line.Param("PARTSTAT", answer.partstat()),
              new Line.Param("RSVP", "TRUE"),
              new Line.Param(STATUS, delivered(guest))),
          "mailto:" + guest.address());
    }

    /** Section 3.2.9: it waits, has left by mail, or lies where they read it. */
    private static String delivered(Guest guest) {
      return !guest.told() ? "1.0" : guest.person() == null ? "1.1" : "1.2";
    }
  }

  /** Of a day or in UTC; others stand for what the series itself says. */
  static Optional<String> date(Line line) {
    return When.of(line.value().strip()).map(When::key);
  }

  /** The same line with what became of what was sent. */
  static Line status(Line line, String status) {
    if (line.param(STATUS).equals(Optional.of(status))) {
      return line;
    }
    var params = new ArrayList<>(line.params());
    params.removeIf(param -> param.name().equals(STATUS));
    params.add(new Line.Param(STATUS, status));
    return new Line(line.name(), params, line.value());
  }

  /** The same line with that answer, and all else as its program wrote it. */
  static Line said(Line line, Answer answer) {
    if (Answer.said(line.param("PARTSTAT").orElse("NEEDS-ACTION")) == answer) {
      return line;
    }
    var params = new ArrayList<>(line.params());
    params.removeIf(param -> param.name().equals("PARTSTAT"));
    params.add(new Line.Param("PARTSTAT", answer.partstat()));
    return new Line(line.name(), params, line.value());
  }
}
