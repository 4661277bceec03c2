package org.diestra.office.invited;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.diestra.office.calendar.EventId;
import org.diestra.office.invitations.Answer;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.When;
import org.diestra.platform.page.Formats;
import org.jspecify.annotations.Nullable;

/**
 * Something from outside that somebody is asked to.
 *
 * @param senderKey whose mail the first one was
 * @param attendee as whom they are asked: an address
 * @param stamp when its text was written, as its program says
 * @param body what is kept of its text
 * @param times of when it is
 * @param until null for what has no end
 * @param answers how often it was answered
 * @param changes how often whoever asked has changed it
 * @param copy what stands in their own calendar, or null
 */
record Invited(
    InvitedId id,
    PersonId person,
    String uid,
    String organizer,
    String organizerKey,
    String organizerName,
    String senderKey,
    String attendee,
    int sequence,
    Instant stamp,
    byte[] body,
    String times,
    Instant since,
    @Nullable Instant until,
    Answer answer,
    String words,
    int answers,
    int changes,
    @Nullable EventId copy,
    State state,
    Instant cameAt) {
  static final int LONGEST_WORDS = 1000;

  /** So often one is answered. */
  static final int MOST_ANSWERS = 50;

  /** So often whoever asked changes one. */
  static final int MOST_CHANGES = 200;

  /** What has become of it. */
  enum State {
    OPEN,
    OFF,
    UNWANTED
  }

  boolean over(Instant now) {
    return until != null && !until.isAfter(now);
  }

  boolean open(Instant now) {
    return state == State.OPEN && !over(now);
  }

  String label() {
    return organizerName.isEmpty() ? organizer : organizerName;
  }

  static String href(InvitedId id) {
    return "/calendar/invited/" + id;
  }

  String href() {
    return href(id);
  }

  CalendarObject object() {
    return CalendarObject.read(body).orFail();
  }

  /** May be empty. */
  String title() {
    return Message.line(object().main().text("SUMMARY"));
  }

  boolean day() {
    return object().timing().start().day();
  }

  String title(Formats formats) {
    var title = title();
    return title.isEmpty() ? formats.words("invitations.untitled") : title;
  }

  /** Its first time, on the reader's clock, and on the event's where that shows another. */
  String when(Formats formats) {
    var start = object().timing().start();
    if (start.day()) {
      return formats.date(start.date());
    }
    var zone = start.zone();
    return formats.when(start.at(formats.zone()), zone == null ? formats.zone() : zone);
  }

  boolean me(Line line) {
    var own = EmailAddress.read(attendee).map(EmailAddress::key);
    return line.name().equals("ATTENDEE")
        && EmailAddress.read(line.mailbox()).map(EmailAddress::key).equals(own);
  }

  /** For their own calendar, in which it takes no time until they say that they come. */
  CalendarObject held() {
    var object = object();
    return object.holding(object.events().stream().map(this::answered).toList());
  }

  /** With their answer of now. */
  Part answered(Part event) {
    boolean comes = answer == Answer.YES || answer == Answer.MAYBE;
    var said = event.each(line -> me(line) ? answering(line) : line);
    var whole =
        said.lines().stream().anyMatch(this::me) ? said : said.plus(List.of(answering(own())));
    var timed = whole.with(Line.of("TRANSP", comes ? "OPAQUE" : "TRANSPARENT"));
    return state == State.OFF ? timed.with(Line.of("STATUS", "CANCELLED")) : timed;
  }

  private Line own() {
    return Line.of("ATTENDEE", "mailto:" + attendee);
  }

  private Line answering(Line line) {
    var params = new ArrayList<>(line.params());
    params.removeIf(param -> param.name().equals("PARTSTAT"));
    params.add(new Line.Param("PARTSTAT", answer.partstat()));
    return new Line(line.name(), params, line.value());
  }

  /** The answer as whoever asked reads it (RFC 5546, section 3.2.3). */
  byte[] reply(Instant now) {
    var object = object();
    var main = object.main();
    var lines = new ArrayList<Line>();
    lines.add(Line.text("UID", uid));
    lines.add(Line.of("DTSTAMP", When.utc(now.truncatedTo(ChronoUnit.SECONDS)).key()));
    lines.add(Line.of("SEQUENCE", String.valueOf(sequence)));
    lines.addAll(object.timing().lines());
    main.line("SUMMARY").ifPresent(lines::add);
    main.line("ORGANIZER").ifPresent(lines::add);
    var own = main.lines().stream().filter(this::me).findFirst();
    lines.add(answering(own.orElse(own())));
    if (!words.isEmpty()) {
      lines.add(Line.text("COMMENT", words));
    }
    var whole = object.holding(List.of(new Part("VEVENT", lines, List.of())));
    return whole.calendar().with(Line.of("METHOD", "REPLY")).bytes();
  }

  Instant from(ZoneId zone) {
    return object().timing().start().at(zone);
  }
}
