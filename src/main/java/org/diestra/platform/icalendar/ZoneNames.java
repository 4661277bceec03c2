package org.diestra.platform.icalendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the zone that a calendar means (RFC 5545, section 3.2.19): by its name in the IANA data,
 * with whatever a program put before that, by the name Windows has for it (CLDR, windowsZones), or
 * by the changes of the clocks that the file itself describes.
 */
final class ZoneNames {
  private static final LocalDateTime LATELY = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final int HOURS_AROUND = 4; // a change of the clocks is over within
  private static final int SECONDS_AN_HOUR = 3600;
  private static final int EPOCH = 1970;
  private static final int MOST_OBSERVANCES = 100; // of a zone
  private static final Map<String, String> IANA =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> !id.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));
  private static final Map<String, String> WINDOWS = windows();
  private static final List<String> LIKELY =
      List.of(
          "Europe/Madrid",
          "Europe/London",
          "Europe/Athens",
          "Atlantic/Azores",
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Los_Angeles",
          "America/Halifax",
          "America/Santiago",
          "Australia/Sydney",
          "Australia/Adelaide",
          "Pacific/Auckland");
  private final Map<String, Part> described = new HashMap<>();
  private final Map<String, Optional<ZoneId>> found = new HashMap<>();

  ZoneNames(Part calendar) {
    for (var zone : calendar.parts("VTIMEZONE")) {
      described.put(zone.text("TZID"), zone);
    }
  }

  /** None: for what the house wrote itself. */
  static ZoneNames own() {
    return new ZoneNames(Part.of("VCALENDAR"));
  }

  /** The zone that a line names, or null where it names none. */
  @Nullable ZoneId of(Line line) {
    var name = line.param("TZID");
    if (name.isEmpty()) {
      return null;
    }
    return find(name.get()).orElseThrow(() -> new Faulty("icalendar.zone", shortened(name.get())));
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), 60));
  }

  Optional<ZoneId> find(String name) {
    return found.computeIfAbsent(name, this::search);
  }

  private Optional<ZoneId> search(String name) {
    return named(name)
        .or(() -> Optional.ofNullable(described.get(name)).flatMap(ZoneNames::described));
  }

  /** Also {@code /freeassociation.sourceforge.net/Europe/Madrid}. */
  private static Optional<ZoneId> named(String name) {
    var asked = name.strip().toLowerCase(Locale.ROOT);
    for (var rest = asked; ; rest = rest.substring(rest.indexOf('/') + 1)) {
      var id = IANA.get(rest);
      if (id != null) {
        return Optional.of(zone(id));
      }
      if (rest.indexOf('/') < 0) {
        break;
      }
    }
    var windows = WINDOWS.get(asked);
    return windows != null ? Optional.of(ZoneId.of(windows)) : offset(name);
  }

  private static ZoneId zone(String id) {
    return id.equals("UTC") || id.equals("Etc/UTC") ? ZoneOffset.UTC : ZoneId.of(id);
  }

  private static Optional<ZoneId> offset(String name) {
    try {
      return Optional.of(fixed(ZoneId.of(name.strip())));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** By a name that every program knows, where whole hours have one. */
  private static ZoneId fixed(ZoneId zone) {
    if (!(zone.normalized() instanceof ZoneOffset offset)) {
      return zone;
    }
    int hours = offset.getTotalSeconds() / SECONDS_AN_HOUR;
    if (offset.getTotalSeconds() % SECONDS_AN_HOUR != 0 || hours < -12 || hours > 14) {
      return offset;
    }
    // these names count westward
    return hours == 0
        ? ZoneOffset.UTC
        : ZoneId.of("Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours));
  }

  /** The first zone whose clocks changed as the file says, around each change that it tells. */
  private static Optional<ZoneId> described(Part zone) {
    var location = zone.line("X-LIC-LOCATION").map(Line::value).flatMap(ZoneNames::named);
    if (location.isPresent()) {
      return location;
    }
    var observances =
        Stream.concat(zone.parts("STANDARD").stream(), zone.parts("DAYLIGHT").stream())
            .limit(MOST_OBSERVANCES)
            .toList();
    var all = observances.stream().map(ZoneNames::change).flatMap(Optional::stream).toList();
    var late = all.stream().filter(c -> !c.at().isBefore(LATELY)).toList();
    var changes = late.isEmpty() ? all : late;
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    if (observances.size() == 1) {
      return Optional.of(fixed(all.getFirst().to()));
    }
    return Stream.concat(LIKELY.stream(), IANA.values().stream().sorted())
        .map(ZoneId::of)
        .filter(id -> changes.stream().allMatch(change -> change.in(id)))
        .findFirst();
  }

  private record Change(LocalDateTime at, ZoneOffset from, ZoneOffset to) {
    boolean in(ZoneId zone) {
      var rules = zone.getRules();
      return rules.getOffset(at.minusHours(HOURS_AROUND)).equals(from)
          && rules.getOffset(at.plusHours(HOURS_AROUND)).equals(to);
    }
  }

  /** The last change of an observance, or one of these years where it goes on. */
  private static Optional<Change> change(Part observance) {
    try {
      var begin = When.ofOld(observance.text("DTSTART"));
      var from = ZoneOffset.of(observance.text("TZOFFSETFROM").strip());
      var to = ZoneOffset.of(observance.text("TZOFFSETTO").strip());
      var rule = observance.line("RRULE").flatMap(l -> Rule.read(l.value()));
      // some programs write the year 1601, from which nobody counts
      var first = begin.getYear() < EPOCH ? begin.withYear(EPOCH) : begin;
      var at = rule.map(r -> next(r, first)).orElse(begin);
      return Optional.of(new Change(at, from, to));
    } catch (Faulty | DateTimeException unclear) {
      return Optional.empty();
    }
  }

  private static LocalDateTime next(Rule rule, LocalDateTime begin) {
    var times = rule.times(begin, begin.isAfter(LATELY) ? begin : LATELY);
    return times.hasNext() ? times.next() : begin;
  }

  /** A line each: the name, a tab, the zone. */
  private static Map<String, String> windows() {
    var name = "windows-zones.data.txt";
    try (InputStream in = Objects.requireNonNull(ZoneNames.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains("\t"))
          .map(line -> line.split("\t"))
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line[0].toLowerCase(Locale.ROOT), line -> line[1]));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
