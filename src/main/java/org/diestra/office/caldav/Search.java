package org.diestra.office.caldav;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Held;
import org.diestra.office.calendar.Objects;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.jspecify.annotations.Nullable;

/** One look through a calendar, for what a filter holds of. For one thread. */
final class Search {
  private static final int AT_ONCE = 100; // bodies looked through
  private static final int MOST_BYTES = 4_000_000;
  private static final Duration LONGEST = Duration.ofSeconds(10); // of one look through texts
  private final Viewer viewer;
  private final Calendar calendar;
  private final Filter filter;
  private final Objects objects;
  private final Budget budget = Budget.page();

  Search(Viewer viewer, Calendar calendar, Filter filter, Objects objects) {
    this.viewer = viewer;
    this.calendar = calendar;
    this.filter = filter;
    this.objects = objects;
  }

  /** Those in which anything lies in that time, and more; one after the other. */
  private List<Held> within(String kind, Range range, Predicate<Objects.Timed> taken) {
    var out = new ArrayList<Held>();
    objects.window(
        calendar,
        kind,
        range.from(),
        range.to(),
        one -> {
          if (taken.test(one)) {
            out.add(one.held());
          }
        });
    return out;
  }

  List<Held> held() {
    if (filter.absent()) {
      return List.of();
    }
    var plain = filter.plain();
    boolean byTimes =
        plain.filter(f -> f.range() == null || f.name().equals(CalendarObject.EVENT)).isPresent();
    return byTimes ? byTimes(plain.orElseThrow()) : byWords();
  }

  /** Nothing but times is asked for: no text is read. */
  private List<Held> byTimes(Filter wanted) {
    var range = wanted.range();
    if (range == null) {
      return objects.all(calendar).stream().filter(h -> h.kind().equals(wanted.name())).toList();
    }
    return within(
        wanted.name(),
        range,
        one -> !Occurs.in(one.timings(), range, calendar.zone(), budget).isEmpty());
  }

  private List<Held> byWords() {
    var out = new ArrayList<Held>();
    long end = System.nanoTime() + LONGEST.toNanos();
    for (var some : bundles(candidates())) {
      if (System.nanoTime() - end > 0) {
        throw new DavFault(507, Names.TOO_MANY);
      }
      var bodies = objects.bodies(viewer, calendar, some);
      some.stream().filter(held -> matches(bodies.get(held.name()))).forEach(out::add);
    }
    return out;
  }

  private List<Held> candidates() {
    var bound = filter.bound();
    if (bound == null) {
      return objects.all(calendar);
    }
    var range = bound.range();
    return range == null
        ? objects.all(calendar).stream().filter(h -> h.kind().equals(bound.name())).toList()
        : within(bound.name(), range, one -> true);
  }

  private boolean matches(byte @Nullable [] body) {
    return body != null
        && CalendarObject.read(body)
            .fold(object -> filter.matches(object, calendar.zone(), budget), why -> false);
  }

  private static List<List<Held>> bundles(List<Held> all) {
    var out = new ArrayList<List<Held>>();
    var some = new ArrayList<Held>();
    int weight = 0;
    for (var held : all) {
      some.add(held);
      weight += held.size();
      if (some.size() >= AT_ONCE || weight > MOST_BYTES) {
        out.add(List.copyOf(some));
        some.clear();
        weight = 0;
      }
    }
    out.add(List.copyOf(some));
    return out;
  }
}
