package org.diestra.office.calendar;

import java.util.Optional;
import org.diestra.office.calendar.Draft.Scope;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.icalendar.CalendarObject;
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

  Diary(Calendars calendars, Events events) {
    this.calendars = calendars;
    this.events = events;
  }

  /** The caller's own calendar that was made first, which the caller's dates go into. */
  @Transactional(readOnly = true)
  public Optional<CalendarId> own(Viewer viewer) {
    return calendars.visible().stream()
        .filter(c -> viewer.id().equals(c.owner()) && c.takesEvents())
        .map(Calendar::id)
        .min((one, other) -> one.value().compareTo(other.value()));
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
