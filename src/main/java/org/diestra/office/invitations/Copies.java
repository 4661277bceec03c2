package org.diestra.office.invitations;

import java.time.Clock;
import java.util.Optional;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.calendar.Diary;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.Events;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * What members of the house hold of an invitation in a calendar of their own: written in their own
 * name, and only ever what was sent to them.
 */
@Component
class Copies {
  private final GuestStore guests;
  private final Diary diary;
  private final Calendars calendars;
  private final Events events;
  private final EventTexts texts;
  private final Accounts accounts;
  private final HouseRights house;
  private final Pages pages;
  private final Clock clock;

  Copies(
      GuestStore guests,
      Diary diary,
      Calendars calendars,
      Events events,
      EventTexts texts,
      Accounts accounts,
      HouseRights house,
      Pages pages,
      Clock clock) {
    this.guests = guests;
    this.diary = diary;
    this.calendars = calendars;
    this.events = events;
    this.texts = texts;
    this.accounts = accounts;
    this.house = house;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Puts what this guest holds into their calendar, in the place of what they held. Does nothing
   * for somebody who has no account, or to call off what they have taken out themselves.
   *
   * @param off whether it is called off, or they are
   */
  void put(Meeting meeting, Guest guest, Issue issue, Asker asker, boolean off) {
    var person = guest.person();
    var viewer = person == null ? Optional.<Viewer>empty() : accounts.viewer(person);
    if (viewer.isEmpty() || off && guest.copy() == null) {
      return;
    }
    var text = new Ics(issue, asker, guest, clock.instant()).copy(off);
    var there =
        Optional.ofNullable(guest.copy()).or(() -> texts.own(viewer.get().id(), meeting.uid()));
    if (there.filter(meeting.object()::equals).isPresent()) {
      return; // it is their own calendar that it stands in
    }
    var written =
        house.callAs(
            viewer.get().id().value(), () -> Optional.of(write(viewer.get(), there, text)));
    written
        .flatMap(one -> one.fold(Optional::of, why -> Optional.<EventId>empty()))
        .ifPresent(copy -> guests.copied(guest, copy));
  }

  private Outcome<EventId> write(Viewer viewer, Optional<EventId> there, CalendarObject text) {
    if (there.isPresent()) {
      try {
        return diary.replace(viewer, there.get(), text);
      } catch (NotFound takenOut) {
        // a new one is put there below
      }
    }
    return events.add(viewer, own(viewer), text);
  }

  private CalendarId own(Viewer viewer) {
    var name = pages.formats(viewer.locale(), viewer.zone()).words("invitations.calendar");
    return diary
        .own(viewer)
        .orElseGet(() ->
            calendars
                .begin(viewer, null, name, Calendar.COLOURS.getFirst(), viewer.zone())
                .fold(
                    id -> id,
                    why -> {
                      throw new NotFound();
                    }));
  }
}
