package org.diestra.platform.base;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * The hours of a week in which somebody usually works, on the clock of one zone. Hour 0 is Monday
 * 00:00–01:00 there, hour 167 Sunday 23:00–24:00.
 *
 * @param hours 168 digits 0 or 1
 */
public record WorkWeek(String hours, ZoneId zone) {
  public static final int HOURS = 168;

  /** Hours of one day from {@code from} inclusive to {@code to} exclusive, 0–24. */
  public record Span(int from, int to) {
    public Span {
      if (from < 0 || to > 24 || from >= to) {
        throw new IllegalArgumentException("no hours of a day: " + from + "–" + to);
      }
    }
  }

  public WorkWeek {
    if (hours.length() != HOURS || !areDigits(hours)) {
      throw new IllegalArgumentException("168 digits 0 or 1, not: " + hours);
    }
  }

  private static boolean areDigits(String hours) {
    for (int i = 0; i < hours.length(); i++) {
      if (hours.charAt(i) != '0' && hours.charAt(i) != '1') {
        return false;
      }
    }
    return true;
  }

  /** The same hours on each of those days: {@code from} inclusive, {@code to} exclusive, 0–24. */
  public static WorkWeek daily(ZoneId zone, int from, int to, DayOfWeek... days) {
    var bits = new BitSet(HOURS);
    for (var day : days) {
      int start = (day.getValue() - 1) * 24;
      bits.set(start + from, start + to);
    }
    return new WorkWeek(text(bits), zone);
  }

  /** Those stretches of each day; a day that is not named is free. */
  public static WorkWeek of(ZoneId zone, Map<DayOfWeek, List<Span>> days) {
    var bits = new BitSet(HOURS);
    days.forEach((day, spans) -> {
      int start = (day.getValue() - 1) * 24;
      spans.forEach(span -> bits.set(start + span.from(), start + span.to()));
    });
    return new WorkWeek(text(bits), zone);
  }

  public static WorkWeek none(ZoneId zone) {
    return new WorkWeek("0".repeat(HOURS), zone);
  }

  public boolean at(DayOfWeek day, int hour) {
    return hours.charAt((day.getValue() - 1) * 24 + hour) == '1';
  }

  /** The stretches of that day, in order; none touches the next. */
  public List<Span> spans(DayOfWeek day) {
    var out = new ArrayList<Span>();
    for (int hour = 0; hour < 24; hour++) {
      if (at(day, hour)) {
        int from = hour;
        while (hour < 24 && at(day, hour)) {
          hour++;
        }
        out.add(new Span(from, hour));
      }
    }
    return out;
  }

  /** Hours a week. */
  public int size() {
    return (int) hours.chars().filter(c -> c == '1').count();
  }

  /**
   * The quarters of an hour in which this week is worked, on UTC's clock, in the week of that date:
   * bit 0 is Monday 00:00–00:15 UTC, 672 bits in all. The date decides on which side of a
   * daylight-saving change the week stands; zones with half and quarter hours come out exact.
   */
  public BitSet quartersUtc(LocalDate within) {
    var firsts = firsts(within, zone);
    var out = new BitSet(HOURS * 4);
    for (int hour = 0; hour < HOURS; hour++) {
      if (hours.charAt(hour) == '1') {
        for (long q = firsts[hour]; q < firsts[hour] + 4; q++) {
          out.set((int) Math.floorMod(q, (long) HOURS * 4));
        }
      }
    }
    return out;
  }

  /**
   * In which quarter each hour of the week begins, as that zone's clock has it: before 0 or beyond
   * 671 where it is in the week beside. Most weeks have one offset from UTC; those of a change are
   * looked up hour by hour.
   */
  private static long[] firsts(LocalDate within, ZoneId zone) {
    var monday = within.with(DayOfWeek.MONDAY);
    var start = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
    var rules = zone.getRules();
    var dayBefore = start.minus(1, ChronoUnit.DAYS);
    var change = rules.nextTransition(dayBefore);
    var out = new long[HOURS];
    if (change == null || change.getInstant().isAfter(start.plus(8, ChronoUnit.DAYS))) {
      long minutes = rules.getOffset(dayBefore).getTotalSeconds() / 60;
      for (int hour = 0; hour < HOURS; hour++) {
        out[hour] = Math.floorDiv(hour * 60L - minutes, 15L);
      }
      return out;
    }
    for (int hour = 0; hour < HOURS; hour++) {
      var from = monday.plusDays(hour / 24).atTime(hour % 24, 0).atZone(zone).toInstant();
      out[hour] = Math.floorDiv(ChronoUnit.MINUTES.between(start, from), 15L);
    }
    return out;
  }

  /** Hours a week that both work, in quarters of an hour rounded down to whole hours. */
  public int sharedHours(WorkWeek other, LocalDate within) {
    var both = quartersUtc(within);
    both.and(other.quartersUtc(within));
    return both.cardinality() / 4;
  }

  /** This week's hours as they stand on another zone's clock, an hour counted if half of it is. */
  public WorkWeek in(ZoneId other, LocalDate within) {
    var quarters = quartersUtc(within);
    var firsts = firsts(within, other);
    var bits = new BitSet(HOURS);
    for (int hour = 0; hour < HOURS; hour++) {
      int count = 0;
      for (long q = firsts[hour]; q < firsts[hour] + 4; q++) {
        count += quarters.get((int) Math.floorMod(q, (long) HOURS * 4)) ? 1 : 0;
      }
      bits.set(hour, count >= 2);
    }
    return new WorkWeek(text(bits), other);
  }

  private static String text(BitSet bits) {
    var out = new StringBuilder(HOURS);
    for (int i = 0; i < HOURS; i++) {
      out.append(bits.get(i) ? '1' : '0');
    }
    return out.toString();
  }
}
