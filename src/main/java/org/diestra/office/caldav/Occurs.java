package org.diestra.office.caldav;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diestra.platform.icalendar.Budget;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Series;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;

/** Whether something takes place within a time (RFC 4791, section 9.9). */
final class Occurs {
  private Occurs() {}

  /** Which of its components say what takes place then; none where nothing does. */
  static Set<Integer> in(CalendarObject object, Range range, ZoneId home, Budget budget) {
    if (object.todo() && !object.timing().comesAgain()) {
      return task(object, range, home) ? all(object.events().size()) : Set.of();
    }
    return in(object.timings(), range, home, budget);
  }

  /** The same of events; what could not be counted out in time may take place at any. */
  static Set<Integer> in(List<Timing> timings, Range range, ZoneId home, Budget budget) {
    var found = new Series(timings, home).within(range.from(), range.to(), budget);
    if (!found.complete() && found.times().isEmpty()) {
      return all(timings.size());
    }
    var which = new HashSet<Integer>();
    found.times().forEach(time -> which.add(time.which()));
    return which;
  }

  private static Set<Integer> all(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toSet());
  }

  /** The table of tasks: by what they say of themselves, which may be nothing. */
  private static boolean task(CalendarObject object, Range range, ZoneId home) {
    var part = object.main();
    var timing = object.timing();
    var from = range.from();
    var to = range.to();
    boolean begins = part.line("DTSTART").isPresent();
    boolean ends = part.line("DUE").isPresent();
    var start = timing.start().at(home);
    var end = timing.end(timing.start(), home);
    if (begins && ends) {
      return (from.isBefore(end) || !from.isAfter(start))
          && (to.isAfter(start) || !to.isBefore(end));
    }
    if (begins) {
      return !from.isAfter(end) && (to.isAfter(start) || !to.isBefore(end) && end.isAfter(start));
    }
    if (ends) {
      return from.isBefore(start) && !to.isBefore(start);
    }
    var made = moment(part, "CREATED", home);
    var done = moment(part, "COMPLETED", home);
    if (made.isPresent() && done.isPresent()) {
      return (!from.isAfter(made.get()) || !from.isAfter(done.get()))
          && (!to.isBefore(made.get()) || !to.isBefore(done.get()));
    }
    return done.map(at -> !from.isAfter(at) && !to.isBefore(at))
        .or(() -> made.map(to::isAfter))
        .orElse(true);
  }

  private static Optional<Instant> moment(Part part, String name, ZoneId home) {
    return part.line(name).flatMap(l -> When.of(l.value().strip())).map(when -> when.at(home));
  }
}
