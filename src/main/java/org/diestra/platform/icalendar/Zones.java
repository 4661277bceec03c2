package org.diestra.platform.icalendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A time zone as a calendar carries it (RFC 5545, section 3.6.5): each change of the clocks around
 * the meeting by itself, as this machine's tzdata has it, so that no rule has to be guessed.
 */
final class Zones {
  private static final Duration AROUND = Duration.ofDays(400);
  private static final Duration YEARS = Duration.ofDays(3653);
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

  private Zones() {}

  /** Good for about a year before and after that time. */
  static VTimezone of(ZoneId zone, Instant at) {
    var out = new VTimezone(zone.getId());
    var rules = zone.getRules();
    var change = rules.previousTransition(at.minus(AROUND));
    if (change == null) {
      add(out, zone, LONG_AGO, rules.getOffset(at.minus(AROUND)), at.minus(AROUND));
      change = rules.nextTransition(at.minus(AROUND));
    }
    while (change != null && change.getInstant().isBefore(at.plus(AROUND))) {
      add(out, zone, change);
      change = rules.nextTransition(change.getInstant());
    }
    return out;
  }

  /** The zone of something that may come again for ever; empty where it needs none. */
  static Optional<Part> needed(Timing timing) {
    var zone = timing.start().zone();
    return zone == null || zone instanceof ZoneOffset
        ? Optional.empty()
        : Optional.of(lasting(zone, timing.start().at(zone)));
  }

  /**
   * Good from that time on: by rules where the zone has plain ones, else each change for ten years
   * (Casablanca, whose clocks follow the moon).
   */
  static Part lasting(ZoneId zone, Instant from) {
    var rules = zone.getRules();
    var before = rules.previousTransition(from);
    var at = before == null ? from.minus(AROUND) : before.getInstant();
    var parts = new ArrayList<Part>();
    parts.add(
        observance(
            rules.isDaylightSavings(from),
            before == null ? LONG_AGO : before.getDateTimeBefore(),
            before == null ? rules.getOffset(from) : before.getOffsetBefore(),
            rules.getOffset(from),
            null));
    var plain = plain(zone, from);
    if (plain.isEmpty()) {
      var change = rules.nextTransition(at.isBefore(from) ? from : at);
      while (change != null && change.getInstant().isBefore(from.plus(YEARS))) {
        parts.add(
            observance(
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                null));
        change = rules.nextTransition(change.getInstant());
      }
    }
    parts.addAll(plain);
    return new Part("VTIMEZONE", List.of(Line.of("TZID", zone.getId())), parts);
  }

  /** Empty where a rule of this year is not also one of every year to come. */
  private static List<Part> plain(ZoneId zone, Instant from) {
    var parts = new ArrayList<Part>();
    int year = from.atZone(zone).getYear();
    for (var rule : zone.getRules().getTransitionRules()) {
      var first = rule.createTransition(year);
      var next = zone.getRules().nextTransition(first.getInstant().minusSeconds(1));
      var text = text(rule);
      if (next == null || !next.equals(first) || !falls(text, rule, year)) {
        return List.of();
      }
      parts.add(
          observance(
              zone.getRules().isDaylightSavings(first.getInstant()),
              first.getDateTimeBefore(),
              first.getOffsetBefore(),
              first.getOffsetAfter(),
              text));
    }
    return parts;
  }

  private static String text(ZoneOffsetTransitionRule rule) {
    int day = rule.getDayOfMonthIndicator();
    var month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
    if (rule.getDayOfWeek() == null) {
      return month + ";BYMONTHDAY=" + day;
    }
    var weekday = rule.getDayOfWeek().name().substring(0, 2);
    if (day == -1 || day == rule.getMonth().maxLength() - 6) {
      return month + ";BYDAY=-1" + weekday;
    }
    var days =
        IntStream.range(day, day + 7).mapToObj(String::valueOf).collect(Collectors.joining(","));
    return month + ";BYDAY=" + weekday + ";BYMONTHDAY=" + days;
  }

  /** Whether that rule names the days on which the clocks change, on their own clock. */
  private static boolean falls(String text, ZoneOffsetTransitionRule rule, int year) {
    var begin = rule.createTransition(year).getDateTimeBefore();
    var times = Rule.require(text).times(begin, begin);
    for (int y = year; y < year + 8; y++) {
      if (!times.hasNext() || !times.next().equals(rule.createTransition(y).getDateTimeBefore())) {
        return false;
      }
    }
    return true;
  }

  private static Part observance(
      boolean summer,
      LocalDateTime from,
      ZoneOffset before,
      ZoneOffset after,
      @Nullable String rule) {
    var lines = new ArrayList<Line>();
    lines.add(When.floating(from).line("DTSTART"));
    lines.add(Line.of("TZOFFSETFROM", written(before)));
    lines.add(Line.of("TZOFFSETTO", written(after)));
    if (rule != null) {
      lines.add(Line.of("RRULE", rule));
    }
    return new Part(summer ? "DAYLIGHT" : "STANDARD", lines, List.of());
  }

  /** +0100, with seconds only where there are some (RFC 5545, section 3.3.14). */
  private static String written(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
  }

  private static void add(VTimezone out, ZoneId zone, ZoneOffsetTransition change) {
    var part = part(out, zone, change.getInstant());
    describe(part, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
  }

  /** A zone whose clocks have stood still for so long. */
  private static void add(
      VTimezone out, ZoneId zone, LocalDateTime from, ZoneOffset offset, Instant at) {
    describe(part(out, zone, at), from, offset, offset);
  }

  private static Observance part(VTimezone out, ZoneId zone, Instant at) {
    boolean summer = zone.getRules().isDaylightSavings(at);
    var name = TimeZone.getTimeZone(zone).getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH);
    Observance part;
    if (summer) {
      var daylight = new DaylightSavingsTime();
      out.addDaylightSavingsTime(daylight);
      part = daylight;
    } else {
      var standard = new StandardTime();
      out.addStandardTime(standard);
      part = standard;
    }
    part.addTimezoneName(name);
    return part;
  }

  private static void describe(
      Observance part, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
    part.setDateStart(
        new DateTimeComponents(
            from.getYear(),
            from.getMonthValue(),
            from.getDayOfMonth(),
            from.getHour(),
            from.getMinute(),
            from.getSecond(),
            false));
    part.setTimezoneOffsetFrom(offset(before));
    part.setTimezoneOffsetTo(offset(after));
  }

  private static UtcOffset offset(ZoneOffset offset) {
    return new UtcOffset(offset.getTotalSeconds() * 1000L);
  }
}
