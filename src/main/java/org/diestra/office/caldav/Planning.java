package org.diestra.office.caldav;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.calendar.Objects;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.Report;
import org.diestra.platform.dav.Xml;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.Ics;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;
import org.springframework.stereotype.Component;

/**
 * When people are taken, for a program that plans a meeting (RFC 6638, section 5): by the calendars
 * that they show to whoever asks, and by no others. Whoever shows none looks like nobody.
 */
@Component
class Planning {
  private static final int LARGEST = 100_000; // bytes
  private static final int MOST_PEOPLE = 50;
  private static final int MOST_CALENDARS = 100;
  private static final Duration WIDEST = Duration.ofDays(400);
  private final Calendars calendars;
  private final Objects objects;
  private final Accounts accounts;
  private final Clock clock;

  Planning(Calendars calendars, Objects objects, Accounts accounts, Clock clock) {
    this.calendars = calendars;
    this.objects = objects;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * @throws DavFault 400 for what is no such question, 403 for one that asks too much
   */
  Report.Document answer(byte[] body) {
    var question = question(body);
    var range = range(question);
    var asked = question.lines("ATTENDEE");
    if (asked.isEmpty() || asked.size() > MOST_PEOPLE) {
      throw Names.refused("max-attendees-per-instance");
    }
    var shown = shown();
    var budget = Budget.page();
    var out = new StringBuilder();
    int left = MOST_CALENDARS;
    for (var line : asked) {
      var own = key(line).map(shown::get).orElse(List.of());
      left -= own.size();
      out.append(response(question, line, left < 0 ? List.of() : own, range, budget).markup());
    }
    var text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<x:schedule-response xmlns:x=\"%s\""
                .formatted(Dav.CALDAV)
            + " xmlns:D=\"DAV:\">"
            + out
            + "</x:schedule-response>\n";
    return new Report.Document(
        "application/xml;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Part question(byte[] body) {
    return switch (Ics.read(body, LARGEST)) {
      case Outcome.Refused<Part> wrong -> throw Names.refused("valid-calendar-data");
      case Outcome.Done<Part>(var calendar) ->
          calendar.parts("VFREEBUSY").stream()
              .findFirst()
              .orElseThrow(() -> Names.refused("valid-scheduling-message"));
    };
  }

  private static Range range(Part question) {
    var from = moment(question, "DTSTART");
    var to = moment(question, "DTEND");
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(WIDEST) > 0) {
      throw Names.refused("valid-scheduling-message");
    }
    return new Range(from, to);
  }

  private static Instant moment(Part question, String name) {
    return When.of(question.text(name).strip())
        .map(when -> when.at(ZoneOffset.UTC))
        .orElseThrow(() -> Names.refused("valid-scheduling-message"));
  }

  /** By the address of whose they are; in two statements for all. */
  private Map<String, List<Calendar>> shown() {
    var byKey = new HashMap<String, List<Calendar>>();
    var all = calendars.visible().stream().filter(c -> c.owner() != null).toList();
    var people =
        accounts.contacts(
            all.stream().flatMap(c -> Optional.ofNullable(c.owner()).stream()).distinct().toList());
    for (var calendar : all) {
      var contact = calendar.owner() == null ? null : people.get(calendar.owner());
      if (contact != null) {
        EmailAddress.read(contact.email())
            .ifPresent(address ->
                byKey.computeIfAbsent(address.key(), k -> new ArrayList<>()).add(calendar));
      }
    }
    return byKey;
  }

  private static Optional<String> key(Line line) {
    return EmailAddress.read(line.mailbox()).map(EmailAddress::key);
  }

  private Xml response(Part question, Line asked, List<Calendar> own, Range range, Budget budget) {
    var whom = Xml.element(Names.caldav("recipient"), Xml.href(asked.value().strip()));
    if (own.isEmpty()) {
      return line(whom, "3.7;Invalid calendar user", Xml.nothing());
    }
    try {
      var lines = new ArrayList<Line>();
      question.line("UID").ifPresent(lines::add);
      question.line("ORGANIZER").ifPresent(lines::add);
      lines.add(new Line("ATTENDEE", List.of(), asked.value()));
      var text = FreeBusy.reply(objects, own, range, clock.instant(), lines, budget);
      var data = Xml.element(Names.DATA, Xml.text(new String(text, StandardCharsets.UTF_8)));
      return line(whom, "2.0;Success", data);
    } catch (DavFault tooMuch) {
      return line(whom, "5.1;Service unavailable", Xml.nothing());
    }
  }

  private static Xml line(Xml whom, String status, Xml data) {
    return Xml.element(
        Names.caldav("response"),
        whom,
        Xml.element(Names.caldav("request-status"), Xml.text(status)),
        data);
  }
}
