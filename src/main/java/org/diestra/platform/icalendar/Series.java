package org.diestra.platform.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When something takes place that comes again, with the times of it that were changed (RFC 5545,
 * sections 3.8.4.4 and 3.8.5): all that bear one UID. Only a window of it is ever counted out.
 */
public final class Series {
  /** How many times of it at most are told at once. */
  public static final int MOST = 1000;

  private static final Duration MARGIN = Duration.ofDays(2); // more than zones lie apart
  private static final Duration LONGEST_SHIFT = Duration.ofDays(400);
  private final List<Timing> timings;
  private final ZoneId home;
  private final Map<Object, Integer> changed = new HashMap<>();
  private final NavigableMap<Instant, Integer> onward = new TreeMap<>();
  private final @Nullable Timing all;
  private int whole = -1;

  /**
   * @param timings of one UID; at most one without a {@link Timing#time}
   * @param home whose clock holds for what names no zone
   */
  public Series(List<Timing> timings, ZoneId home) {
    this.timings = List.copyOf(timings);
    this.home = home;
    for (int i = 0; i < timings.size(); i++) {
      if (timings.get(i).time() == null) {
        whole = i;
      }
    }
    this.all = whole < 0 ? null : timings.get(whole);
    for (int i = 0; i < timings.size(); i++) {
      var time = timings.get(i).time();
      if (time != null) {
        changed.put(key(time), i);
        if (timings.get(i).onward()) {
          onward.put(time.at(home), i);
        }
      }
    }
  }

  /**
   * One time of it.
   *
   * @param which of the timings says what holds for it
   * @param original which one of the series it is, whatever it was moved to
   * @param from when it begins for somebody at home
   */
  public record Time(int which, When original, When start, Instant from, Instant to) {}

  /**
   * @param complete whether that is all in the window
   */
  public record Found(List<Time> times, boolean complete) {
    public Found {
      times = List.copyOf(times);
    }
  }

  /** What touches the time from one instant on and before another, the first first. */
  public Found within(Instant from, Instant to, Budget page) {
    var found = new ArrayList<Time>();
    boolean complete = true;
    if (all != null) {
      var candidates = new LinkedHashMap<Object, When>();
      complete = count(all, from, to, candidates, page.series());
      less(all).forEach(candidates::remove);
      candidates.forEach((key, start) -> {
        if (!changed.containsKey(key) && !left(all, start)) {
          keep(time(start), from, to, found);
        }
      });
    }
    changed.values().forEach(i -> keep(own(i), from, to, found));
    found.sort(Comparator.comparing(Time::from).thenComparing(Time::to));
    boolean more = found.size() > MOST;
    return new Found(more ? found.subList(0, MOST) : found, complete && !more);
  }

  /** A day that is left out leaves out every time of that day, which some programs mean by it. */
  private boolean left(Timing it, When start) {
    return !it.start().day()
        && it.less().stream().anyMatch(w -> w.day() && w.date().equals(start.date()));
  }

  private Set<Object> less(Timing it) {
    var keys = new HashSet<Object>();
    it.less().forEach(when -> keys.add(key(when)));
    return keys;
  }

  private boolean count(
      Timing it, Instant from, Instant to, Map<Object, When> into, Budget budget) {
    into.put(key(it.start()), it.start());
    it.more().forEach(when -> into.put(key(when), when));
    var rule = it.rule();
    if (rule == null) {
      return true;
    }
    var shift = shift();
    var zone = it.start().zone() == null ? home : it.start().zone();
    var begin = it.start().local();
    var since = LocalDateTime.ofInstant(from.minus(longest()).minus(shift).minus(MARGIN), zone);
    var last = to.plus(shift);
    var times = rule.times(begin, since, budget);
    int left = MOST + it.less().size() + changed.size() + 1;
    while (left-- > 0 && times.hasNext()) {
      var start = it.start().moved(times.next());
      if (!rule.reaches(start, home) || !start.at(home).isBefore(last)) {
        return true;
      }
      into.put(key(start), start);
    }
    return left >= 0 && !times.cut();
  }

  private Duration longest() {
    var longest = Duration.ZERO;
    for (var timing : timings) {
      var length = timing.length().exact().plusDays(timing.length().days());
      longest = length.compareTo(longest) > 0 ? length : longest;
    }
    return longest;
  }

  /** How far a change that goes on moves what comes after it, at most. */
  private Duration shift() {
    var most = Duration.ZERO;
    for (int i : onward.values()) {
      var shift = shift(i).abs();
      most = shift.compareTo(most) > 0 ? shift : most;
    }
    return most.compareTo(LONGEST_SHIFT) > 0 ? LONGEST_SHIFT : most;
  }

  private Duration shift(int i) {
    var timing = timings.get(i);
    var time = timing.time();
    return time == null ? Duration.ZERO : Duration.between(time.at(home), timing.start().at(home));
  }

  private Time time(When original) {
    var before = onward.floorEntry(original.at(home));
    if (before == null) {
      return time(whole, original, original);
    }
    int i = before.getValue();
    return time(i, original, original.moved(original.local().plus(shift(i))));
  }

  private Time own(int i) {
    var timing = timings.get(i);
    var time = timing.time();
    return time(i, time == null ? timing.start() : time, timing.start());
  }

  private Time time(int which, When original, When start) {
    var end = timings.get(which).end(start, home);
    return new Time(which, original, start, start.at(home), end);
  }

  /** What takes no time is there at its moment (RFC 4791, section 9.9). */
  private static void keep(Time time, Instant from, Instant to, List<Time> into) {
    boolean ends = time.to().isAfter(from) || !time.from().isBefore(from);
    if (ends && time.from().isBefore(to)) {
      into.add(time);
    }
  }

  /** The same for every way to say one moment of this series. */
  private Object key(When when) {
    var start = all == null ? when : all.start();
    if (start.day()) {
      return when.date();
    }
    if (when.day()) {
      return when.date();
    }
    return when.at(start.zone() == null ? home : start.zone());
  }

  /**
   * Between which instants all of it lies, wherever somebody looks at it: to find it by in a table.
   *
   * @param until null where it has no end
   */
  public record Span(Instant since, @Nullable Instant until) {}

  public Span span(Budget page) {
    var since = Instant.MAX;
    Instant until = Instant.MIN;
    for (int i = 0; i < timings.size(); i++) {
      var own = own(i);
      since = own.from().isBefore(since) ? own.from() : since;
      until = own.to().isAfter(until) ? own.to() : until;
      for (var when : timings.get(i).more()) {
        var at = when.at(home);
        since = at.isBefore(since) ? at : since;
        until = at.plus(longest()).isAfter(until) ? at.plus(longest()) : until;
      }
    }
    var last = all == null || all.rule() == null ? until : last(all, all.rule(), page.series());
    if (last != null) {
      last = last.isAfter(until) ? last : until;
    }
    var pad = MARGIN.plus(shift());
    return new Span(since.minus(pad), last == null ? null : last.plus(pad));
  }

  private @Nullable Instant last(Timing it, Rule rule, Budget budget) {
    if (rule.endless() || rule.count().orElse(0) > MOST) {
      return null;
    }
    var until = rule.until();
    if (until.isPresent()) {
      return until.get().at(home).plus(longest()).plus(MARGIN);
    }
    var times = rule.times(it.start().local(), it.start().local(), budget);
    var last = it.start().local();
    while (times.hasNext()) {
      last = times.next();
    }
    var zone = it.start().zone() == null ? ZoneOffset.UTC : it.start().zone();
    return times.cut() ? null : last.atZone(zone).toInstant().plus(longest());
  }
}
