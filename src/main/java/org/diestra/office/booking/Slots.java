package org.diestra.office.booking;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diestra.office.booking.Hours.Range;
import org.diestra.platform.accounts.PersonId;

/**
 * Which times can be booked: what the rules give, less what is taken. It knows no database and no
 * clock; a month of three people with a thousand taken times each is a matter of milliseconds.
 *
 * @param now when it is asked
 * @param booked how many are booked on a date of the demand's zone, for all weeks asked about
 */
record Slots(Demand demand, Instant now, Map<LocalDate, Integer> booked) {
  /** Dates that may be asked about at once, at most. */
  static final int WIDEST = 62;

  /** How far two clocks are apart at most. */
  private static final int DAYS_APART = 2;

  /**
   * What somebody asks for.
   *
   * @param zone on whose calendar days are counted
   * @param length how long it takes, by a stop watch
   * @param before what is kept free before it; added to what the neighbour keeps after itself
   * @param after what is kept free after it
   * @param grid minutes of the wall clock between two starts, 5 to 60
   * @param notice how long before the start it has to be asked for at the latest
   * @param noticeDays how many dates lie between today and the first that can be had
   * @param horizonDays how many dates after today can be had
   * @param perDay how many can be booked on a date, or 0 for any number
   * @param perWeek the same from Monday to Sunday
   * @param all whether all of the people are needed, or any one
   */
  record Demand(
      ZoneId zone,
      Duration length,
      Duration before,
      Duration after,
      int grid,
      Duration notice,
      int noticeDays,
      int horizonDays,
      int perDay,
      int perWeek,
      boolean all) {}

  /** When somebody is taken, what is kept free around it included. */
  record Busy(Instant from, Instant to) {}

  /** Somebody who can be booked. */
  record Host(PersonId person, Hours hours, List<Busy> busy) {
    Host free() {
      return new Host(person, hours, List.of());
    }
  }

  /**
   * A time to be had.
   *
   * @param hosts who is free then; all of them where all are needed
   */
  record Slot(Instant start, Instant end, List<PersonId> hosts) {}

  /** What can be had on these dates of the demand's zone, the first first. */
  List<Slot> between(List<Host> hosts, LocalDate first, LocalDate last) {
    var today = LocalDate.ofInstant(now, demand.zone());
    var from = later(first, today.plusDays(demand.noticeDays()));
    var to = earlier(last, today.plusDays(demand.horizonDays()));
    if (hosts.isEmpty() || from.isAfter(to)) {
      return List.of();
    }
    var until = earlier(to, from.plusDays(WIDEST));
    var weeks = hosts.stream().map(host -> new Week(host, from, until)).toList();
    return demand.all() ? together(weeks, from, until) : each(weeks, from, until);
  }

  private List<Slot> each(List<Week> weeks, LocalDate from, LocalDate to) {
    var byStart = new TreeMap<Instant, List<PersonId>>();
    for (var week : weeks) {
      for (var start : week.starts) {
        if (allowed(start, from, to) && week.fits(start)) {
          byStart.computeIfAbsent(start, s -> new ArrayList<>()).add(week.host.person());
        }
      }
    }
    var all = new ArrayList<Slot>();
    byStart.forEach((start, who) -> all.add(slot(start, who)));
    return all;
  }

  private List<Slot> together(List<Week> weeks, LocalDate from, LocalDate to) {
    var starts = new TreeSet<Instant>();
    weeks.forEach(week -> starts.addAll(week.starts));
    var everybody = weeks.stream().map(week -> week.host.person()).toList();
    return starts.stream()
        .filter(start -> allowed(start, from, to))
        .filter(start -> weeks.stream().allMatch(week -> week.fits(start)))
        .map(start -> slot(start, everybody))
        .toList();
  }

  private Slot slot(Instant start, List<PersonId> who) {
    return new Slot(start, start.plus(demand.length()), List.copyOf(who));
  }

  private boolean allowed(Instant start, LocalDate from, LocalDate to) {
    if (start.isBefore(now.plus(demand.notice())) || !start.isAfter(now)) {
      return false;
    }
    var date = LocalDate.ofInstant(start, demand.zone());
    return !date.isBefore(from) && !date.isAfter(to) && !full(date);
  }

  private boolean full(LocalDate date) {
    return demand.perDay() > 0 && booked.getOrDefault(date, 0) >= demand.perDay()
        || demand.perWeek() > 0 && week(date) >= demand.perWeek();
  }

  private int week(LocalDate date) {
    return monday(date)
        .datesUntil(monday(date).plusDays(7))
        .mapToInt(day -> booked.getOrDefault(day, 0))
        .sum();
  }

  static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** How many of these begin on each date of that zone. */
  static Map<LocalDate, Integer> count(Iterable<Instant> starts, ZoneId zone) {
    var counts = new HashMap<LocalDate, Integer>();
    starts.forEach(start -> counts.merge(LocalDate.ofInstant(start, zone), 1, Integer::sum));
    return counts;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** One person's time as numbers: seconds since 1970, joined and in order. */
  private final class Week {
    private final Host host;
    private final TreeSet<Instant> starts = new TreeSet<>();
    private final long[] opens;
    private final long[] closes;
    private final long[] taken;
    private final long[] free;

    Week(Host host, LocalDate from, LocalDate to) {
      this.host = host;
      var first = from.minusDays(DAYS_APART);
      var last = to.plusDays(DAYS_APART);
      host.hours().starts(first, last, demand.grid(), starts::add);
      var open = joined(host.hours().ranges(first, last));
      opens = open.stream().mapToLong(r -> r.from().getEpochSecond()).toArray();
      closes = open.stream().mapToLong(r -> r.to().getEpochSecond()).toArray();
      var busy = joined(host.busy().stream().map(b -> new Range(b.from(), b.to())).toList());
      taken = busy.stream().mapToLong(r -> r.from().getEpochSecond()).toArray();
      // what ends within a second takes that second
      free = busy.stream().mapToLong(r -> r.to().plusNanos(999_999_999).getEpochSecond()).toArray();
    }

    boolean fits(Instant at) {
      long start = at.getEpochSecond();
      long end = start + demand.length().toSeconds();
      int range = before(opens, start);
      if (range < 0 || end > closes[range]) {
        return false;
      }
      int next = before(taken, end + demand.after().toSeconds() - 1);
      return next < 0 || free[next] <= start - demand.before().toSeconds();
    }

    /** The last that is not after that moment, or -1. */
    private static int before(long[] sorted, long moment) {
      int at = Arrays.binarySearch(sorted, moment);
      return at >= 0 ? at : -at - 2;
    }

    private static List<Range> joined(List<Range> ranges) {
      var sorted = ranges.stream().sorted(Comparator.comparing(Range::from)).toList();
      var all = new ArrayList<Range>();
      for (var range : sorted) {
        var last = all.isEmpty() ? null : all.getLast();
        if (last == null || range.from().isAfter(last.to())) {
          all.add(range);
        } else if (range.to().isAfter(last.to())) {
          all.set(all.size() - 1, new Range(last.from(), range.to()));
        }
      }
      return all;
    }
  }
}
