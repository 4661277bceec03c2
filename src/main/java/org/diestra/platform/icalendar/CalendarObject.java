package org.diestra.platform.icalendar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/**
 * An event, or a task, as a calendar keeps it (RFC 4791, section 4.1): everything that bears one
 * UID, with the zones it names, in a calendar of its own.
 *
 * @param kind {@link #EVENT} or {@link #TODO}
 * @param calendar with its events first to last as they came
 * @param events the components, each with its timing at the same place
 */
public record CalendarObject(
    String uid, String kind, Part calendar, List<Part> events, List<Timing> timings) {
  /** A calendar as this house writes it, with nothing in it yet (RFC 5545, section 3.6). */
  public static final Part HEAD =
      Part.of(
          "VCALENDAR",
          Line.of("VERSION", "2.0"),
          Line.of("PRODID", "-//Diestra//Diestra//EN"),
          Line.of("CALSCALE", "GREGORIAN"));

  public static final String EVENT = "VEVENT";
  public static final String TODO = "VTODO";

  /** Bytes, for one event with all its changes. */
  public static final int LARGEST = 1_000_000;

  /** How many times of a series may have been changed. */
  public static final int MOST_CHANGES = 1000;

  private static final int MOST_EVENTS = 20_000; // components of a file

  /** Bytes of a file that was taken apart: each event takes its zones and the head with it. */
  private static final int HEAVIEST = 20 * LARGEST;

  private static final int LONGEST_UID = 500;
  private static final String ZONE = "VTIMEZONE";

  public CalendarObject {
    events = List.copyOf(events);
    timings = List.copyOf(timings);
  }

  /** One event or task out of bytes that hold nothing else. */
  public static Outcome<CalendarObject> read(byte[] bytes) {
    return switch (Ics.read(bytes, LARGEST)) {
      case Outcome.Refused<Part>(var why) -> Outcome.refused(why);
      case Outcome.Done<Part>(var calendar) -> of(calendar);
    };
  }

  public static Outcome<CalendarObject> of(Part calendar) {
    return of(calendar, new ZoneNames(calendar));
  }

  private static Outcome<CalendarObject> of(Part calendar, ZoneNames zones) {
    var tasks = calendar.parts(TODO);
    var events = tasks.isEmpty() ? calendar.parts(EVENT) : tasks;
    try {
      if (events.isEmpty()) {
        throw new Faulty("icalendar.no-event");
      }
      if (!tasks.isEmpty() && !calendar.parts(EVENT).isEmpty()) {
        throw new Faulty("icalendar.several");
      }
      var uid = events.getFirst().text("UID");
      if (uid.isBlank() || uid.length() > LONGEST_UID) {
        throw new Faulty("icalendar.uid");
      }
      if (events.size() > MOST_CHANGES) {
        throw new Faulty("icalendar.many", MOST_CHANGES);
      }
      var timings = events.stream().map(e -> Timing.read(e, zones)).toList();
      check(uid, events, timings);
      if (calendar.bytes().length > LARGEST) {
        throw new Faulty("icalendar.too-large", LARGEST / 1000);
      }
      return Outcome.done(
          new CalendarObject(uid, events.getFirst().name(), calendar, events, timings));
    } catch (Faulty faulty) {
      return Outcome.refused(faulty.why());
    }
  }

  /** One UID, at most one for the whole series, and each change once. */
  private static void check(String uid, List<Part> events, List<Timing> timings) {
    var times = new LinkedHashSet<String>();
    for (int i = 0; i < events.size(); i++) {
      var time = timings.get(i).time();
      if (!events.get(i).text("UID").equals(uid) || !times.add(time == null ? "" : time.key())) {
        throw new Faulty("icalendar.several");
      }
    }
  }

  /**
   * What a file of many events holds.
   *
   * @param objects by UID
   * @param refused what could not be taken, by UID or name, and why
   * @param others how many components there were that are no events
   */
  public record File(
      Part calendar,
      Map<String, CalendarObject> objects,
      Map<String, Refusal> refused,
      int others) {}

  /**
   * Takes a file apart.
   *
   * @param most how many bytes it may have
   */
  public static Outcome<File> file(byte[] bytes, int most) {
    return switch (Ics.read(bytes, most)) {
      case Outcome.Refused<Part>(var why) -> Outcome.refused(why);
      case Outcome.Done<Part>(var calendar) -> file(calendar);
    };
  }

  /** The same of what was read, and changed maybe, already. */
  public static Outcome<File> file(Part calendar) {
    try {
      return Outcome.done(apart(calendar));
    } catch (Faulty faulty) {
      return Outcome.refused(faulty.why());
    }
  }

  private static File apart(Part calendar) {
    if (calendar.parts(EVENT).size() > MOST_EVENTS) {
      throw new Faulty("icalendar.events", MOST_EVENTS);
    }
    var byUid = new LinkedHashMap<String, List<Part>>();
    int unnamed = 0;
    for (var event : calendar.parts(EVENT)) {
      var uid = event.text("UID");
      var key = uid.isBlank() ? "#" + ++unnamed : uid;
      byUid.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
    }
    var zones = new LinkedHashMap<String, Part>();
    calendar.parts(ZONE).forEach(z -> zones.putIfAbsent(z.text("TZID"), z));
    var objects = new LinkedHashMap<String, CalendarObject>();
    var refused = new LinkedHashMap<String, Refusal>();
    var named = new ZoneNames(calendar);
    var head = calendar.without("METHOD");
    long all = 0;
    for (var entry : byUid.entrySet()) {
      var uid = entry.getKey();
      var events = entry.getValue();
      var own = head.holding(parts(zones, events));
      all += own.bytes().length;
      if (all > HEAVIEST) {
        throw new Faulty("icalendar.heavy", HEAVIEST / LARGEST);
      }
      switch (of(own, named)) {
        case Outcome.Done<CalendarObject>(var object) -> objects.put(uid, object);
        case Outcome.Refused<CalendarObject>(var why) -> {
          var title = events.getFirst().text("SUMMARY");
          refused.put(title.isBlank() ? uid : title, why);
        }
      }
    }
    int others =
        (int)
            calendar.parts().stream()
                .filter(p -> !p.name().equals(EVENT) && !p.name().equals(ZONE))
                .count();
    return new File(calendar, objects, refused, others);
  }

  private static List<Part> parts(Map<String, Part> zones, List<Part> events) {
    var all = new ArrayList<Part>();
    for (var name : named(events)) {
      var zone = zones.get(name);
      if (zone != null) {
        all.add(zone);
      }
    }
    all.addAll(events);
    return all;
  }

  private static Set<String> named(List<Part> events) {
    var names = new LinkedHashSet<String>();
    for (var event : events) {
      event.lines().forEach(line -> line.param("TZID").ifPresent(names::add));
    }
    return names;
  }

  /** Many in one file, each zone once. */
  public static Part together(Part head, Iterable<CalendarObject> objects) {
    var zones = new LinkedHashMap<String, Part>();
    var events = new ArrayList<Part>();
    for (var object : objects) {
      object.calendar().parts(ZONE).forEach(z -> zones.putIfAbsent(z.text("TZID"), z));
      events.addAll(object.events());
    }
    var all = new ArrayList<>(zones.values());
    all.addAll(events);
    return head.holding(all);
  }

  public boolean todo() {
    return kind.equals(TODO);
  }

  /** Whether it says when it is at all; a task need not. */
  public boolean dated() {
    return !todo() || main().line("DTSTART").or(() -> main().line("DUE")).isPresent();
  }

  /** The series itself, or the one time there is. */
  public Part main() {
    return events.get(mainAt());
  }

  public Timing timing() {
    return timings.get(mainAt());
  }

  private int mainAt() {
    for (int i = 0; i < timings.size(); i++) {
      if (timings.get(i).time() == null) {
        return i;
      }
    }
    return 0;
  }

  /** The same with these events in place of its own, and the zones they name. */
  public CalendarObject holding(List<Part> changed) {
    var zones = new LinkedHashMap<String, Part>();
    calendar.parts(ZONE).forEach(z -> zones.putIfAbsent(z.text("TZID"), z));
    var described = new ArrayList<>(zones.values());
    described.addAll(changed);
    var first = of(calendar.holding(described));
    var timings = first.orFail().timings();
    for (var timing : timings) {
      Zones.needed(timing).ifPresent(z -> zones.putIfAbsent(z.text("TZID"), z));
    }
    return of(calendar.holding(parts(zones, changed))).orFail();
  }
}
