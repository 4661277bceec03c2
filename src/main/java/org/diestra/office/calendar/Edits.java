package org.diestra.office.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.diestra.office.calendar.Draft.Repeat;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Rule;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;

/**
 * What a change on the page makes of an event's own text. All that the page does not show stays as
 * the program that wrote it left it.
 */
final class Edits {
  private final Instant now;

  Edits(Instant now) {
    this.now = now;
  }

  /** What comes out: the event as it is now, and what was split off from it. */
  record Edited(@Nullable CalendarObject kept, @Nullable CalendarObject split) {}

  CalendarObject fresh(String uid, Draft draft) {
    var event = Part.of("VEVENT", Line.text("UID", uid));
    var timing = timing(draft, draft.start(), rule(draft.repeat(), draft.start(), null));
    var whole =
        CalendarObject.HEAD.holding(
            List.of(EventText.words(EventText.timed(event, timing), draft, now)));
    var object = CalendarObject.of(whole).orFail();
    return object.holding(object.events());
  }

  private static Timing timing(Draft draft, When start, @Nullable Rule rule) {
    return new Timing(null, false, start, draft.length(), rule, List.of(), List.of());
  }

  private static @Nullable Rule rule(Repeat repeat, When first, @Nullable Rule was) {
    return switch (repeat) {
      case Repeat.Never never -> null;
      case Repeat.AsItIs same -> was;
      case Repeat.By by -> {
        var rule = Rule.require(by.kind().rule(first.date(), by.every()));
        var last = by.until();
        yield last == null
            ? rule.ending(null, by.times())
            : rule.ending(until(first, last.atTime(LocalTime.of(23, 59, 59))), null);
      }
    };
  }

  /** As the beginning is said (RFC 5545, section 3.3.10): a day, a floating time, or in UTC. */
  private static When until(When first, LocalDateTime last) {
    if (first.day()) {
      return When.day(last.toLocalDate());
    }
    return first.zone() == null
        ? When.floating(last)
        : When.utc(last.atZone(first.zone()).toInstant());
  }

  /** The whole of it, from what was typed at one of its times. */
  CalendarObject all(CalendarObject object, When original, Draft draft) {
    var was = object.timing();
    boolean series = was.comesAgain() && !(draft.repeat() instanceof Repeat.Never);
    var at = local(original, was);
    long days = ChronoUnit.DAYS.between(at.toLocalDate(), draft.start().date());
    var begin = series ? was.start().date().plusDays(days) : draft.start().date();
    var start = draft.start().moved(begin.atTime(draft.start().local().toLocalTime()));
    var rule = rule(draft.repeat(), start, was.rule());
    boolean sameWay = series && sameWay(was, rule, days);
    var less = new ArrayList<When>();
    var more = new ArrayList<When>();
    if (sameWay) {
      was.less().forEach(w -> less.add(shifted(w, was, start, days)));
      was.more().forEach(w -> more.add(shifted(w, was, start, days)));
    }
    var timing = new Timing(null, false, start, draft.length(), rule, more, less);
    var events = new ArrayList<Part>();
    for (int i = 0; i < object.events().size(); i++) {
      var own = object.timings().get(i);
      var time = own.time();
      if (own == was) {
        events.add(EventText.words(EventText.timed(object.events().get(i), timing), draft, now));
      } else if (sameWay && time != null) {
        var moved =
            new Timing(
                shifted(time, was, start, days),
                own.onward(),
                own.start(),
                own.length(),
                null,
                List.of(),
                List.of());
        events.add(EventText.timed(object.events().get(i), moved));
      }
    }
    return object.holding(events);
  }

  /** Whether what was said of single times can still be told from the new ones. */
  private static boolean sameWay(Timing was, @Nullable Rule rule, long days) {
    var old = was.rule();
    if (old == null || rule == null) {
      return old == rule;
    }
    var names = "BYDAY=[A-Z0-9,+-]+|BYMONTHDAY=[0-9,-]+";
    return days == 0
        ? old.pattern().equals(rule.pattern())
        : old.pattern().replaceAll(names, "").equals(rule.pattern().replaceAll(names, ""));
  }

  private static When shifted(When when, Timing was, When start, long days) {
    var date = local(when, was).toLocalDate().plusDays(days);
    boolean sameTime = was.start().local().toLocalTime().equals(local(when, was).toLocalTime());
    var time = start.local().toLocalTime();
    return start.moved(
        date.atTime(sameTime || start.day() ? time : local(when, was).toLocalTime()));
  }

  /** On the clock of the series. */
  static LocalDateTime local(When when, Timing series) {
    var zone = series.start().zone();
    if (series.start().day()) {
      return when.date().atStartOfDay();
    }
    return zone == null || when.zone() == null
        ? when.local()
        : LocalDateTime.ofInstant(when.at(zone), zone);
  }

  /** One time of it alone. */
  CalendarObject once(CalendarObject object, When original, Draft draft) {
    var series = object.timing();
    var time = series.start().moved(local(original, series));
    int there = changed(object, time);
    var base =
        there < 0 ? object.main().without("RRULE", "RDATE", "EXDATE") : object.events().get(there);
    var timing = new Timing(time, false, draft.start(), draft.length(), null, List.of(), List.of());
    var events = new ArrayList<>(object.events());
    var event = EventText.words(EventText.timed(base, timing), draft, now);
    if (there < 0) {
      events.add(event);
    } else {
      events.set(there, event);
    }
    return object.holding(events);
  }

  private static int changed(CalendarObject object, When time) {
    for (int i = 0; i < object.timings().size(); i++) {
      var own = object.timings().get(i).time();
      if (own != null && local(own, object.timing()).equals(time.local())) {
        return i;
      }
    }
    return -1;
  }

  /** That time and all that follow, as a series of their own. */
  Edited following(CalendarObject object, When original, Draft draft, String uid) {
    var was = object.timing();
    var at = local(original, was);
    if (!at.isAfter(was.start().local())) {
      return new Edited(all(object, original, draft), null);
    }
    var old = was.rule();
    var repeat = draft.repeat();
    var rule = rule(repeat, draft.start(), old);
    var times = rule == null ? null : rule.count().orElse(null);
    if (old != null && rule != null && times != null && old.count().equals(rule.count())) {
      rule = rule.ending(null, Math.max(1, times - before(old, was, at)));
    }
    var days = ChronoUnit.DAYS.between(at.toLocalDate(), draft.start().date());
    boolean sameWay = sameWay(was, rule, days);
    var less = new ArrayList<When>();
    if (sameWay) {
      was.less().stream()
          .filter(w -> local(w, was).isAfter(at))
          .forEach(w -> less.add(shifted(w, was, draft.start(), days)));
    }
    var timing = new Timing(null, false, draft.start(), draft.length(), rule, List.of(), less);
    var head = object.main().with(Line.text("UID", uid)).with(Line.of("SEQUENCE", "0"));
    var event = EventText.words(EventText.timed(head, timing), draft, now);
    var whole = object.calendar().holding(List.of(event));
    var split = CalendarObject.of(CalendarObject.HEAD.holding(whole.parts())).orFail();
    return new Edited(before(object, original), split.holding(split.events()));
  }

  private static int before(Rule rule, Timing was, LocalDateTime at) {
    var times = rule.times(was.start().local(), was.start().local());
    int count = 0;
    while (count < Draft.MOST_TIMES && times.hasNext() && times.next().isBefore(at)) {
      count++;
    }
    return count;
  }

  /** Without that time. Null where nothing is left. */
  @Nullable CalendarObject without(CalendarObject object, When original) {
    var was = object.timing();
    if (!was.comesAgain()) {
      return null;
    }
    var time = was.start().moved(local(original, was));
    var less = new ArrayList<>(was.less());
    less.add(time);
    var timing = new Timing(null, false, was.start(), was.length(), was.rule(), was.more(), less);
    return object.holding(others(object, timing, t -> !local(t, was).equals(time.local())));
  }

  /** Without that time and all that follow. Null where nothing is left. */
  @Nullable CalendarObject before(CalendarObject object, When original) {
    var was = object.timing();
    var at = local(original, was);
    if (!was.comesAgain() || !at.isAfter(was.start().local())) {
      return null;
    }
    var last = until(was.start(), was.start().day() ? at.minusDays(1) : at.minusSeconds(1));
    var rule = was.rule();
    var timing =
        new Timing(
            null,
            false,
            was.start(),
            was.length(),
            rule == null ? null : rule.ending(last, null),
            was.more().stream().filter(w -> local(w, was).isBefore(at)).toList(),
            was.less().stream().filter(w -> local(w, was).isBefore(at)).toList());
    return object.holding(others(object, timing, t -> local(t, was).isBefore(at)));
  }

  private List<Part> others(
      CalendarObject object, Timing timing, java.util.function.Predicate<When> stays) {
    var events = new ArrayList<Part>();
    for (int i = 0; i < object.events().size(); i++) {
      var time = object.timings().get(i).time();
      if (time == null) {
        events.add(EventText.stamped(EventText.timed(object.events().get(i), timing), now));
      } else if (stays.test(time)) {
        events.add(object.events().get(i));
      }
    }
    return events;
  }
}
