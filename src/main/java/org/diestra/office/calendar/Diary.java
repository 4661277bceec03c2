package org.diestra.office.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.diestra.office.calendar.Draft.Scope;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.Timing.Length;
import org.diestra.platform.icalendar.When;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For modules whose things stand in calendars too: puts an event there on behalf of somebody who
 * may write in that calendar, and takes it out. Row security has to know that person.
 */
@Service
public class Diary {
  private final Calendars calendars;
  private final Events events;
  private final Clock clock;

  Diary(Calendars calendars, Events events, Clock clock) {
    this.calendars = calendars;
    this.events = events;
    this.clock = clock;
  }

  /** The caller's own calendar that was made first, which the caller's dates go into. */
  @Transactional(readOnly = true)
  public Optional<CalendarId> own(Viewer viewer) {
    return calendars.visible().stream()
        .filter(c -> viewer.id().equals(c.owner()) && c.takesEvents())
        .map(Calendar::id)
        .min((one, other) -> one.value().compareTo(other.value()));
  }

  /**
   * The same; a new one where there is none.
   *
   * @param name of the new one
   */
  @Transactional
  public CalendarId home(Viewer viewer, String name) {
    var there = own(viewer);
    if (there.isPresent()) {
      return there.get();
    }
    var colour = Calendar.COLOURS.getFirst();
    return calendars.begin(viewer, null, name, colour, viewer.zone()).orFail();
  }

  /** Whether the caller may write in that calendar. */
  @Transactional(readOnly = true)
  public boolean writes(CalendarId calendar) {
    return calendars.visible().stream().anyMatch(c -> c.id().equals(calendar) && c.takesEvents());
  }

  /**
   * Other words or another time for an event, whatever was changed about it meanwhile.
   *
   * @throws NotFound if there is none that the caller may change
   */
  @Transactional
  public Outcome<EventId> replace(Viewer viewer, EventId id, CalendarObject object) {
    var there = events.writable(id);
    var beside = there.object().main().lines("ATTACH");
    var whole = object.holding(object.events().stream().map(e -> e.plus(beside)).toList());
    return events.replace(viewer, id, whole, there.kept().tag());
  }

  /**
   * Another time for an event that comes once, on the clock that it has.
   *
   * @throws NotFound if there is none that the caller may change, or it comes again
   */
  @Transactional
  public Outcome<EventId> move(Viewer viewer, EventId id, Instant from, Instant to) {
    var there = events.writable(id);
    var was = there.object().timing();
    var home = there.calendar().zone();
    var zone = Optional.ofNullable(was.start().zone()).orElse(home);
    var begins = LocalDateTime.ofInstant(from, zone);
    if (was.comesAgain()
        || !from.isBefore(to)
        || begins.getYear() < EventForm.FIRST_YEAR
        || begins.getYear() > EventForm.LAST_YEAR) {
      throw new NotFound();
    }
    var ends = LocalDateTime.ofInstant(to, zone);
    boolean days = was.start().day() && midnight(begins) && midnight(ends);
    var start = was.start().day() && !days ? When.in(zone, begins) : was.start().moved(begins);
    var length =
        days
            ? Length.days((int) ChronoUnit.DAYS.between(begins, ends))
            : Length.of(Duration.between(from, to));
    var moved = EventText.timed(there.object().main(), Timing.once(start, length));
    var stamped = EventText.stamped(moved, clock.instant());
    var whole = there.object().holding(List.of(stamped));
    return events.replace(viewer, id, whole, there.kept().tag());
  }

  private static boolean midnight(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  /**
   * Takes an event out.
   *
   * @throws NotFound if there is none that the caller may change
   */
  @Transactional
  public Outcome<EventId> remove(Viewer viewer, EventId id) {
    var shown = events.writable(id);
    var start = shown.object().timing().start();
    return events.remove(viewer, id, start, Scope.ALL, shown.kept().tag());
  }
}
