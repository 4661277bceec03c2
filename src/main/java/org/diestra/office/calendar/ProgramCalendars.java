package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.diestra.office.calendar.CalendarStore.Fresh;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to calendars for programs, which call them by names of their own. */
@Service
public class ProgramCalendars {
  private final CalendarStore shelf;
  private final Calendars calendars;
  private final Audit audit;
  private final Clock clock;

  ProgramCalendars(CalendarStore shelf, Calendars calendars, Audit audit, Clock clock) {
    this.shelf = shelf;
    this.calendars = calendars;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A calendar by the name under which programs of the caller have it: the one its owner's program
   * made it under, else its id. Empty where there is none that the caller may see.
   */
  @Transactional(readOnly = true)
  public Optional<Calendar> called(Viewer viewer, String name) {
    return shelf.called(name, clock.instant()).stream()
        .filter(calendar -> name(viewer, calendar).equals(name))
        .findFirst();
  }

  /** That name. */
  public static String name(Viewer viewer, Calendar calendar) {
    var slug = calendar.slug();
    return slug != null && calendar.of(viewer.id()) ? slug : calendar.id().toString();
  }

  /**
   * A calendar of one's own, as a program makes it.
   *
   * @param name for the caller's programs, at most 255 characters; none that looks like an id
   * @param kinds what may stand in it, of {@code VEVENT} and {@code VTODO}
   */
  @Transactional
  public Outcome<CalendarId> begin(Viewer viewer, String name, Set<String> kinds) {
    if (Ids.read(name).isPresent()) {
      return refused(Refusal.conflict("calendar.moved"));
    }
    if (shelf.count(null, viewer.id()) >= Calendar.MOST) {
      return refused(Refusal.limit("calendar.many", Calendar.MOST));
    }
    var id = new CalendarId(Ids.fresh());
    var title = name.length() > Calendar.LONGEST_NAME ? name.substring(0, 40) : name;
    var colour = Calendar.COLOURS.getFirst();
    var fresh = new Fresh(id, null, viewer.id(), title, colour, viewer.zone(), name, kinds);
    shelf.add(fresh, viewer.id(), clock.instant());
    audit.record(Deed.of("calendar", "make").on("calendar", id.value()).by(viewer.id().value()));
    return done(id);
  }

  /**
   * The calendar as it is from now until the transaction ends, for a program that sets some of what
   * is said of it and leaves the rest.
   *
   * @throws NotFound if the caller does not manage it
   */
  @Transactional
  public Calendar held(CalendarId id) {
    calendars.managed(id);
    if (!shelf.hold(id)) {
      throw new NotFound();
    }
    return calendars.managed(id);
  }

  /**
   * What a program says of a calendar besides its name, its colour of ours and its zone.
   *
   * @throws NotFound if the caller does not manage it
   */
  @Transactional
  public void describe(CalendarId id, String note, @Nullable String tint) {
    calendars.managed(id);
    if (!shelf.describe(id, note, tint)) {
      throw new NotFound();
    }
  }
}
