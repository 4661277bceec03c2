package org.diestra.office.caldav;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Objects;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Series;

/** Which times are taken (RFC 4791, section 7.10), and by nothing. */
final class FreeBusy {
  private static final Duration WIDEST = Duration.ofDays(5 * 366);
  private static final int MOST = 100_000; // taken times

  private FreeBusy() {}

  private record Taken(Instant from, Instant to) {}

  /**
   * @throws DavFault 403 for more than five years, or for more than can be counted out
   */
  static byte[] of(Objects objects, Calendar calendar, Range range, Instant now) {
    if (Duration.between(range.from(), range.to()).compareTo(WIDEST) > 0) {
      throw new DavFault(403, Names.TOO_MANY);
    }
    var all = new ArrayList<Taken>();
    gather(objects, calendar, range, Budget.page(), all);
    return document(CalendarObject.HEAD, range, now, List.of(), all);
  }

  /**
   * The same of all calendars of one person, in answer to a program that plans (RFC 6638, section
   * 5).
   *
   * @param lines who asks, and who is asked
   * @param budget for all that one request asks
   * @throws DavFault 403 for more than can be counted out
   */
  static byte[] reply(
      Objects objects,
      List<Calendar> calendars,
      Range range,
      Instant now,
      List<Line> lines,
      Budget budget) {
    var all = new ArrayList<Taken>();
    calendars.forEach(calendar -> gather(objects, calendar, range, budget, all));
    return document(CalendarObject.HEAD.with(Line.of("METHOD", "REPLY")), range, now, lines, all);
  }

  private static void gather(
      Objects objects, Calendar calendar, Range range, Budget budget, List<Taken> all) {
    objects.window(
        calendar,
        CalendarObject.EVENT,
        range.from(),
        range.to(),
        one -> {
          var series = new Series(one.timings(), calendar.zone());
          var found = series.within(range.from(), range.to(), budget);
          if (!found.complete() || all.size() > MOST) {
            throw new DavFault(403, Names.TOO_MANY);
          }
          found.times().stream()
              .filter(time -> one.busy().get(time.which()) && time.to().isAfter(time.from()))
              .forEach(time -> all.add(cut(time, range)));
        });
  }

  private static byte[] document(
      Part head, Range range, Instant now, List<Line> lines, List<Taken> all) {
    var part =
        Part.of(
                "VFREEBUSY",
                Line.of("DTSTAMP", Range.text(now)),
                Line.of("DTSTART", Range.text(range.from())),
                Line.of("DTEND", Range.text(range.to())))
            .plus(lines)
            .plus(merged(all).stream().map(FreeBusy::line).toList());
    return head.holding(List.of(part)).text().getBytes(StandardCharsets.UTF_8);
  }

  private static Taken cut(Series.Time time, Range range) {
    var from = time.from().isBefore(range.from()) ? range.from() : time.from();
    var to = time.to().isAfter(range.to()) ? range.to() : time.to();
    return new Taken(from, to);
  }

  /** What overlaps or meets is one time. */
  private static List<Taken> merged(List<Taken> all) {
    all.sort(Comparator.comparing(Taken::from));
    var out = new ArrayList<Taken>();
    for (var one : all) {
      var last = out.isEmpty() ? null : out.getLast();
      if (last == null || one.from().isAfter(last.to())) {
        out.add(one);
      } else if (one.to().isAfter(last.to())) {
        out.set(out.size() - 1, new Taken(last.from(), one.to()));
      }
    }
    return out;
  }

  private static Line line(Taken taken) {
    return Line.of("FREEBUSY", Range.text(taken.from()) + "/" + Range.text(taken.to()));
  }
}
