package org.diestra.office.caldav;

import static java.time.format.ResolverStyle.STRICT;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.diestra.platform.dav.Element;

/** From one moment on and before another (RFC 4791, section 9.9), within what a calendar knows. */
record Range(Instant from, Instant to) {
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2201-01-01T00:00:00Z");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withResolverStyle(STRICT);

  static Range read(Element element) {
    var start = element.attribute("start");
    var end = element.attribute("end");
    if (start.isEmpty() && end.isEmpty()) {
      throw Names.refused("valid-filter");
    }
    var range =
        new Range(start.isEmpty() ? FIRST : moment(start), end.isEmpty() ? LAST : moment(end));
    if (!range.from().isBefore(range.to())) {
      throw Names.refused("valid-filter");
    }
    return range;
  }

  /** One with both ends, as data is asked for. */
  static Range whole(Element element) {
    if (element.attribute("start").isEmpty() || element.attribute("end").isEmpty()) {
      throw Names.refused("valid-calendar-data");
    }
    return read(element);
  }

  private static Instant moment(String text) {
    try {
      var at = LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC);
      return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    } catch (DateTimeParseException wrong) {
      throw Names.refused("valid-filter");
    }
  }

  static String text(Instant at) {
    return UTC.format(at.atZone(ZoneOffset.UTC));
  }

  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
