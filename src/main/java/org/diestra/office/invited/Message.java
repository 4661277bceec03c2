package org.diestra.office.invited;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Hash;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Ics;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;

/**
 * What a calendar program sent about one event (RFC 5546, sections 3.2.2 and 3.2.5).
 *
 * @param off whether it calls something off
 * @param organizer who asks
 * @param object of what it says; what it leaves out about a date is filled in
 */
record Message(
    boolean off,
    EmailAddress organizer,
    String name,
    int sequence,
    Instant stamp,
    CalendarObject object) {
  static final int LARGEST = 200_000; // bytes
  private static final int MOST_PEOPLE = 200;
  private static final int MOST_DATES = 50;
  private static final int LONGEST_NAME = 200;

  /** All that is kept of an event besides its times and people: no alarms, no files. */
  private static final List<String> KEPT =
      List.of(
          "SUMMARY",
          "LOCATION",
          "DESCRIPTION",
          "STATUS",
          "URL",
          "CLASS",
          "DTSTAMP",
          "SEQUENCE",
          "ORGANIZER");

  /** Empty for what is neither an invitation nor called off, or can't be read. */
  static Optional<Message> read(byte[] bytes, Instant now) {
    return Ics.read(bytes, LARGEST).fold(part -> read(part, now), why -> Optional.empty());
  }

  private static Optional<Message> read(Part calendar, Instant now) {
    var method = calendar.text("METHOD").strip().toUpperCase(Locale.ROOT);
    if (!method.equals("REQUEST") && !method.equals("CANCEL")) {
      return Optional.empty();
    }
    boolean off = method.equals("CANCEL");
    var object = dated(calendar, now).filter(o -> o.events().size() <= MOST_DATES);
    var line = object.flatMap(o -> o.main().line("ORGANIZER"));
    var address = line.flatMap(l -> EmailAddress.read(l.mailbox()));
    if (object.isEmpty() || object.get().todo() || line.isEmpty() || address.isEmpty()) {
      return Optional.empty();
    }
    var kept = kept(object.get());
    if (kept.calendar().bytes().length > LARGEST) {
      return Optional.empty();
    }
    var main = kept.main();
    var number = main.text("SEQUENCE").strip();
    return Optional.of(
        new Message(
            off,
            address.get(),
            Excerpt.head(line(line.get().param("CN").orElse("")), LONGEST_NAME),
            number.matches("\\d{1,8}") ? Integer.parseInt(number) : 0,
            stamp(main, now),
            kept));
  }

  /** Who calls something off need not say when it was; a date that is none of it says nothing. */
  private static Optional<CalendarObject> dated(Part calendar, Instant now) {
    var all = new ArrayList<>(calendar.parts("VTIMEZONE"));
    for (var event : calendar.parts(CalendarObject.EVENT)) {
      var own = event.line("RECURRENCE-ID");
      var start =
          own.map(l -> new Line("DTSTART", l.params(), l.value()))
              .orElse(Line.of("DTSTART", When.utc(now).key()));
      boolean bare = event.line("DTSTART").isEmpty();
      all.add(bare ? event.plus(List.of(start)) : event);
    }
    return CalendarObject.of(calendar.holding(all)).fold(Optional::of, why -> Optional.empty());
  }

  private static CalendarObject kept(CalendarObject object) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < object.events().size(); i++) {
      parts.add(kept(object.events().get(i), object.timings().get(i)));
    }
    return whole(object, parts);
  }

  private static Part kept(Part event, Timing timing) {
    var lines = new ArrayList<Line>();
    event.line("UID").ifPresent(lines::add);
    lines.addAll(timing.lines());
    KEPT.forEach(name -> event.line(name).ifPresent(lines::add));
    lines.addAll(event.lines("ATTENDEE").stream().limit(MOST_PEOPLE).toList());
    return new Part(event.name(), lines, List.of());
  }

  private static CalendarObject whole(CalendarObject object, List<Part> parts) {
    var bare = CalendarObject.HEAD.holding(object.calendar().parts());
    return CalendarObject.of(bare).fold(o -> o.holding(parts), why -> object.holding(parts));
  }

  private static Instant stamp(Part event, Instant now) {
    return When.of(event.text("DTSTAMP").strip())
        .map(when -> when.at(ZoneOffset.UTC))
        .filter(at -> at.isBefore(now))
        .orElse(now);
  }

  /**
   * Whose word about it counts, by address: of whoever asks, and of who sends for them. Asked of
   * what somebody holds already, as a new message may name anybody.
   */
  static List<String> speakers(CalendarObject object) {
    var line = object.main().line("ORGANIZER");
    var by = line.flatMap(l -> l.param("SENT-BY")).map(text -> Line.of("SENT-BY", text));
    return Stream.concat(line.stream(), by.stream())
        .flatMap(it -> EmailAddress.read(it.mailbox()).stream())
        .map(EmailAddress::key)
        .toList();
  }

  /** One line without controls. */
  static String line(String text) {
    return Excerpt.line(text.replaceAll("\\p{Cntrl}+", " "), LONGEST_NAME);
  }

  /** Whether it speaks of single dates alone. */
  boolean dates() {
    return object.timings().stream().allMatch(timing -> timing.time() != null);
  }

  /** Somebody's address among those who are asked, or the only one, or else that of their own. */
  String attendee(List<String> mine, String own, String organizerKey) {
    var people =
        object.main().lines("ATTENDEE").stream()
            .flatMap(line -> EmailAddress.read(line.mailbox()).stream())
            .filter(address -> !address.key().equals(organizerKey))
            .toList();
    var me = people.stream().filter(address -> mine.contains(address.key())).findFirst();
    var only = people.size() == 1 ? Optional.of(people.getFirst()) : me;
    return me.or(() -> only).map(EmailAddress::text).orElse(own);
  }

  /** What somebody holds, with what this says of single dates; empty where that is too much. */
  Optional<CalendarObject> over(CalendarObject held) {
    var times = object.timings().stream().map(Message::key).toList();
    var parts = new ArrayList<Part>();
    for (int i = 0; i < held.events().size(); i++) {
      if (!times.contains(key(held.timings().get(i)))) {
        parts.add(held.events().get(i));
      }
    }
    var said = off ? object.events().stream().map(Message::cancelled) : object.events().stream();
    var all = Stream.concat(parts.stream(), said).toList();
    return all.size() > CalendarObject.MOST_CHANGES
        ? Optional.empty()
        : Optional.of(whole(held, all)).filter(it -> it.calendar().bytes().length <= LARGEST);
  }

  private static Part cancelled(Part event) {
    return event.with(Line.of("STATUS", "CANCELLED"));
  }

  static boolean calledOff(Part event) {
    return event.text("STATUS").strip().equalsIgnoreCase("CANCELLED");
  }

  private static String key(Timing timing) {
    var time = timing.time();
    return time == null ? "" : time.key();
  }

  /** Of when the whole of it is. */
  static String times(CalendarObject object) {
    var it = object.timing();
    return Hash.of(
        new Timing(null, false, it.start(), it.length(), it.rule(), it.more(), List.of()).text());
  }

  /** Whether two texts say the same, whenever they were sent. */
  static boolean same(CalendarObject one, CalendarObject other) {
    return said(one).equals(said(other));
  }

  private static List<Part> said(CalendarObject object) {
    return object.events().stream().map(e -> e.without("DTSTAMP", "SEQUENCE")).toList();
  }

  static Series.Span span(CalendarObject object, ZoneId home) {
    return new Series(object.timings(), home).span(Budget.page());
  }
}
