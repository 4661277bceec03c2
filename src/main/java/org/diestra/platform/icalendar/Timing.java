package org.diestra.platform.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an event takes place, without what it is about: one component of a calendar (RFC 5545,
 * section 3.6.1), be it what comes again or one time of it that was changed.
 *
 * @param time which one of a series it stands for; null for the series itself, or for what comes
 *     once
 * @param onward whether all that come after that one are changed in the same way (section 3.2.13)
 * @param rule how it comes again, or null
 * @param more further times; of the same length
 * @param less those that fall out
 */
public record Timing(
    @Nullable When time,
    boolean onward,
    When start,
    Length length,
    @Nullable Rule rule,
    List<When> more,
    List<When> less) {
  static final int MOST_TIMES = 2000;
  private static final Pattern DURATION =
      Pattern.compile(
          "([+-]?)P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?"
              + "(?:T(?:(\\d{1,6})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?");
  private static final int DAYS_A_WEEK = 7;
  private static final int LONGEST_DAYS = 3660;

  /**
   * How long it takes (section 3.3.6): days by the calendar, the rest by a stop watch.
   *
   * @param days 0 to 3660
   */
  public record Length(int days, Duration exact) {
    public Length {
      if (days < 0 || days > LONGEST_DAYS || exact.isNegative() || exact.toDays() > LONGEST_DAYS) {
        throw new IllegalArgumentException("a length of " + days + " days and " + exact);
      }
    }

    public static Length of(Duration exact) {
      return new Length(0, exact);
    }

    public static Length days(int days) {
      return new Length(days, Duration.ZERO);
    }
  }

  public Timing {
    more = List.copyOf(more);
    less = List.copyOf(less);
  }

  /** Something that comes once. */
  public static Timing once(When start, Length length) {
    return new Timing(null, false, start, length, null, List.of(), List.of());
  }

  /** When one that begins then is over, for somebody on that clock. */
  public Instant end(When begin, ZoneId home) {
    var zone = begin.zone() == null ? home : begin.zone();
    return begin.local().plusDays(length.days()).atZone(zone).toInstant().plus(length.exact());
  }

  /** The same on its own clock: the day after the last for whole days. */
  public LocalDateTime localEnd(When begin) {
    if (begin.zone() == null) {
      return begin.local().plusDays(length.days()).plus(length.exact());
    }
    return LocalDateTime.ofInstant(end(begin, begin.zone()), begin.zone());
  }

  public boolean comesAgain() {
    return rule != null || !more.isEmpty();
  }

  /** Of a task without a date (section 3.6.2) it is some moment, which means nothing. */
  static Timing read(Part part, ZoneNames zones) {
    boolean todo = part.name().equals(CalendarObject.TODO);
    var start =
        part.line("DTSTART")
            .or(() -> todo ? part.line("DUE") : Optional.empty())
            .map(l -> When.read(l, zones))
            .or(() -> todo ? Optional.of(When.utc(Instant.EPOCH)) : Optional.empty());
    if (start.isEmpty()) {
      throw new Faulty("icalendar.start");
    }
    var time = part.line("RECURRENCE-ID");
    var rules = part.lines("RRULE");
    if (rules.size() > 1 || part.lines("EXRULE").size() > 0) {
      throw new Faulty("icalendar.rule", "RRULE, EXRULE");
    }
    return new Timing(
        time.map(l -> When.read(l, zones)).orElse(null),
        time.flatMap(l -> l.param("RANGE")).filter("THISANDFUTURE"::equals).isPresent(),
        start.get(),
        length(part, start.get(), zones),
        time.isPresent() || rules.isEmpty() ? null : Rule.parse(rules.getFirst().value()),
        time.isPresent() ? List.of() : times(part, "RDATE", zones),
        time.isPresent() ? List.of() : times(part, "EXDATE", zones));
  }

  private static List<When> times(Part part, String name, ZoneNames zones) {
    var all = new ArrayList<When>();
    for (var line : part.lines(name)) {
      var zone = zones.of(line);
      // of a period (section 3.3.9) its begin counts
      Arrays.stream(line.value().split(",", -1))
          .map(value -> value.strip().replaceFirst("/.*", ""))
          .filter(value -> !value.isEmpty())
          .forEach(value -> all.add(When.read(value, zone)));
    }
    if (all.size() > MOST_TIMES) {
      throw new Faulty("icalendar.many", MOST_TIMES);
    }
    return all;
  }

  private static Length length(Part part, When start, ZoneNames zones) {
    boolean todo = part.name().equals(CalendarObject.TODO);
    var end = part.line(todo ? "DUE" : "DTEND");
    var duration = part.line("DURATION");
    try {
      if (end.isPresent()) {
        var last = When.read(end.get(), zones);
        // some programs let a task begin after it is due
        boolean late = todo && last.at(ZoneOffset.UTC).isBefore(start.at(ZoneOffset.UTC));
        return late ? Length.of(Duration.ZERO) : between(start, last);
      }
      if (duration.isPresent()) {
        return duration(duration.get().value().strip());
      }
      return start.day() && !todo ? Length.days(1) : Length.of(Duration.ZERO);
    } catch (IllegalArgumentException wrong) {
      throw new Faulty("icalendar.end");
    }
  }

  private static Length between(When start, When end) {
    if (start.day() || end.day()) {
      return Length.days(
          (int) Math.max(start.day() ? 1 : 0, ChronoUnit.DAYS.between(start.date(), end.date())));
    }
    // where neither names a zone, any clock without changes measures it
    return Length.of(Duration.between(start.at(ZoneOffset.UTC), end.at(ZoneOffset.UTC)));
  }

  private static Length duration(String text) {
    var parts = DURATION.matcher(text);
    if (!parts.matches() || "-".equals(parts.group(1))) {
      throw new IllegalArgumentException(text);
    }
    long days = number(parts.group(2)) * DAYS_A_WEEK + number(parts.group(3));
    var exact =
        Duration.ofHours(number(parts.group(4)))
            .plusMinutes(number(parts.group(5)))
            .plusSeconds(number(parts.group(6)));
    return new Length(Math.toIntExact(days), exact);
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** Its lines, with zones by the names this house knows. */
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    if (time != null) {
      var line = time.line("RECURRENCE-ID");
      var range = new Line.Param("RANGE", "THISANDFUTURE");
      var params = new ArrayList<>(line.params());
      if (onward) {
        params.add(range);
      }
      lines.add(new Line(line.name(), params, line.value()));
    }
    lines.add(start.line("DTSTART"));
    lines.add(endLine());
    if (rule != null) {
      lines.add(Line.of("RRULE", rule.text()));
    }
    more.forEach(when -> lines.add(when.line("RDATE")));
    less.forEach(when -> lines.add(when.line("EXDATE")));
    return lines;
  }

  /** An end where it can be said so; days and hours together only as a duration. */
  private Line endLine() {
    if (start.day()) {
      return When.day(start.date().plusDays(Math.max(1, length.days()))).line("DTEND");
    }
    if (length.days() > 0) {
      var rest = length.exact().isZero() ? "" : length.exact().toString().substring(1);
      return Line.of("DURATION", "P" + length.days() + "D" + rest);
    }
    return start.moved(localEnd(start)).line("DTEND");
  }

  /** These components behind the zones that their times name. */
  public static List<Part> described(List<Timing> timings, List<Part> parts) {
    var all = new LinkedHashMap<String, Part>();
    timings.forEach(t -> Zones.needed(t).ifPresent(z -> all.putIfAbsent(z.text("TZID"), z)));
    var both = new ArrayList<>(all.values());
    both.addAll(parts);
    return both;
  }

  /** To be kept in a row beside the calendar's own bytes. */
  public String text() {
    return new Part("T", lines(), List.of()).text();
  }

  /** Reads what {@link #text} wrote. */
  public static Timing of(String text) {
    return read(Ics.own(text), ZoneNames.own());
  }

  /** The same of what an earlier house wrote; empty where it can't be read any more. */
  public static Optional<Timing> tried(String text) {
    try {
      return Optional.of(of(text));
    } catch (Faulty unreadable) {
      return Optional.empty();
    }
  }
}
