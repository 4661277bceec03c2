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
import java.util.Locale;
import java.util.TimeZone;

/**
 * A time zone as a calendar carries it (RFC 5545, section 3.6.5): each change of the clocks around
 * the meeting by itself, as this machine's tzdata has it, so that no rule has to be guessed.
 */
final class Zones {
  private static final Duration AROUND = Duration.ofDays(400);
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
