package org.diestra.office.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Ics;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Timing;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar outside says, in the form in which it is kept here: without what changes each
 * time it is asked for, with no reminders of others, and with times that name no zone on the clock
 * that it says is its own.
 *
 * @param name what it calls itself; may be empty
 * @param pause how long it wants not to be asked again, from one hour to twelve
 * @param leftOut how many events could not be taken
 */
record SourceText(String name, Duration pause, List<CalendarObject> objects, int leftOut) {
  /** Bytes; as for files, which take the same memory to be read. */
  static final int LARGEST = 5_000_000;

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final String ZONE = "VTIMEZONE";
  private static final String ALARM = "VALARM";
  private static final int TIME = 15; // characters of a time without a zone: 20311231T235959
  private static final Set<String> TIMES =
      Set.of("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE");

  /** Without a METHOD the stamp says when it was changed last (RFC 5545, 3.8.7.2): nobody knows. */
  private static final Line STAMP = Line.of("DTSTAMP", "19700101T000000Z");

  SourceText {
    objects = List.copyOf(objects);
  }

  /** Whether these bytes are a page for people: a sign-in, or one that says where to look. */
  static boolean page(byte[] bytes, @Nullable String type) {
    var begin = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.UTF_8).strip();
    boolean said = type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    return begin.startsWith("<") || said && !begin.startsWith("BEGIN:");
  }

  static Outcome<SourceText> read(byte[] bytes) {
    return switch (Ics.read(bytes, LARGEST)) {
      case Outcome.Refused<Part>(var why) -> Outcome.refused(why);
      case Outcome.Done<Part>(var calendar) -> of(calendar);
    };
  }

  private static Outcome<SourceText> of(Part calendar) {
    var zone = zone(calendar.text("X-WR-TIMEZONE").strip());
    var parts = new ArrayList<Part>(calendar.parts(ZONE));
    calendar.parts(CalendarObject.EVENT).forEach(event -> parts.add(plain(event, zone)));
    return switch (CalendarObject.file(CalendarObject.HEAD.holding(parts))) {
      case Outcome.Refused<CalendarObject.File>(var why) -> Outcome.refused(why);
      case Outcome.Done<CalendarObject.File>(var file) -> {
        int leftOut = file.refused().size();
        if (file.objects().size() + leftOut > Files.MOST) {
          yield Outcome.refused(Refusal.invalid("file", "calendar.source.many", Files.MOST));
        }
        var objects = file.objects().values().stream().map(o -> described(o, zone)).toList();
        var name = calendar.text("X-WR-CALNAME").replaceAll("\\p{Cntrl}+", " ").strip();
        yield Outcome.done(new SourceText(name, pause(calendar), objects, leftOut));
      }
    };
  }

  private static @Nullable ZoneId zone(String said) {
    return ZoneId.getAvailableZoneIds().contains(said) ? ZoneId.of(said) : null;
  }

  private static Part plain(Part event, @Nullable ZoneId zone) {
    var lines = event.without("DTSTAMP", "LAST-MODIFIED", "CREATED").with(STAMP).lines();
    var kept =
        lines.stream()
            .filter(line -> !line.name().equals("ATTACH") || line.param("ENCODING").isEmpty())
            .map(line -> zone == null ? line : placed(line, zone))
            .toList();
    var parts = event.parts().stream().filter(part -> !part.name().equals(ALARM)).toList();
    return new Part(event.name(), kept, parts);
  }

  /** A time without a zone is meant on the clock that the calendar says is its own. */
  private static Line placed(Line line, ZoneId zone) {
    var first = line.value().split(",", 2)[0].strip();
    if (!TIMES.contains(line.name()) || first.length() != TIME || line.param("TZID").isPresent()) {
      return line;
    }
    var params = new ArrayList<>(line.params());
    params.add(new Line.Param("TZID", zone.getId()));
    return new Line(line.name(), params, line.value());
  }

  /** Programs want every zone that is named to be described. */
  private static CalendarObject described(CalendarObject object, @Nullable ZoneId zone) {
    if (zone == null || !object.calendar().parts(ZONE).isEmpty()) {
      return object;
    }
    var parts = Timing.described(object.timings(), object.events());
    return new CalendarObject(
        object.uid(),
        object.kind(),
        object.calendar().holding(parts),
        object.events(),
        object.timings());
  }

  /** RFC 7986, section 5.7, or what programs said before there was such a line. */
  private static Duration pause(Part calendar) {
    var said =
        calendar
            .line("REFRESH-INTERVAL")
            .or(() -> calendar.line("X-PUBLISHED-TTL"))
            .map(line -> line.value().strip())
            .orElse("");
    try {
      var wanted = said.isEmpty() ? SHORTEST : Duration.parse(said);
      return wanted.compareTo(SHORTEST) < 0
          ? SHORTEST
          : wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    } catch (DateTimeParseException weeks) {
      return LONGEST;
    }
  }
}
