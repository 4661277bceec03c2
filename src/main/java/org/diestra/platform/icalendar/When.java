package org.diestra.platform.icalendar;

import static java.time.format.ResolverStyle.STRICT;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a time of day, as a calendar says it (RFC 5545, sections 3.3.4 and 3.3.5). It keeps the
 * name of its zone, so that a change of that zone's rules moves it as people expect.
 *
 * @param zone whose clock it is on; null for whoever looks at it, wherever that is
 * @param day whether it is the whole day; its time is midnight then and it has no zone
 */
public record When(LocalDateTime local, @Nullable ZoneId zone, boolean day) {
  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2200;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(STRICT);
  private static final int DAY_LENGTH = 8;
  private static final int TIME_LENGTH = 15;

  public When {
    if (day && (zone != null || !local.toLocalTime().equals(LocalTime.MIDNIGHT))) {
      throw new IllegalArgumentException("a day has no time and no zone");
    }
  }

  public static When day(LocalDate date) {
    return new When(date.atStartOfDay(), null, true);
  }

  public static When floating(LocalDateTime local) {
    return new When(local, null, false);
  }

  public static When in(ZoneId zone, LocalDateTime local) {
    return new When(local, zone, false);
  }

  public static When utc(Instant at) {
    return in(ZoneOffset.UTC, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
  }

  public LocalDate date() {
    return local.toLocalDate();
  }

  /**
   * When it is for somebody. A time that a clock jumps over comes as much later, one that comes
   * twice is the first (section 3.3.5).
   *
   * @param home whose clock holds where it names none
   */
  public Instant at(ZoneId home) {
    return local.atZone(zone == null ? home : zone).toInstant();
  }

  /** The same kind of thing at another time on its clock. */
  public When moved(LocalDateTime to) {
    return new When(to, zone, day);
  }

  /** As it stands in an address: {@code 20261231}, or with a time; in UTC where it has a zone. */
  public String key() {
    if (day) {
      return DAY.format(local);
    }
    return zone == null ? TIME.format(local) : TIME.format(at(zone).atZone(ZoneOffset.UTC)) + "Z";
  }

  /** Reads what {@link #key} wrote. */
  public static Optional<When> of(String key) {
    try {
      return Optional.of(read(key, null));
    } catch (Faulty none) {
      return Optional.empty();
    }
  }

  /** As a line of that name. */
  public Line line(String name) {
    return new Line(name, params(), value());
  }

  private List<Line.Param> params() {
    if (day) {
      return List.of(new Line.Param("VALUE", "DATE"));
    }
    return zone == null || utc() ? List.of() : List.of(Line.Param.of("TZID", zone.getId()));
  }

  String value() {
    return day ? DAY.format(local) : TIME.format(local) + (utc() ? "Z" : "");
  }

  private boolean utc() {
    return zone != null && zone.equals(ZoneOffset.UTC);
  }

  static When read(Line line, ZoneNames zones) {
    return read(line.value().strip(), zones.of(line));
  }

  static When read(String text, @Nullable ZoneId zone) {
    try {
      if (text.length() == DAY_LENGTH) {
        return day(bounded(LocalDate.parse(text, DAY).atStartOfDay()).toLocalDate());
      }
      boolean utc = text.length() == TIME_LENGTH + 1 && text.endsWith("Z");
      var local = bounded(LocalDateTime.parse(utc ? text.substring(0, TIME_LENGTH) : text, TIME));
      return utc ? in(ZoneOffset.UTC, local) : new When(local, zone, false);
    } catch (DateTimeException wrong) {
      throw new Faulty("icalendar.time", text.substring(0, Math.min(text.length(), 40)));
    }
  }

  /** As a description of a zone says it: also of long ago. */
  static LocalDateTime ofOld(String text) {
    return LocalDateTime.parse(text.strip(), TIME);
  }

  private static LocalDateTime bounded(LocalDateTime local) {
    if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
      throw new DateTimeException("year " + local.getYear());
    }
    return local;
  }
}
