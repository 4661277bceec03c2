package org.diestra.office.invitations;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventWatch;
import org.diestra.office.workspaces.AccessEnded;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Timing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows for those who are asked when an event changes, moves or goes, or they do. */
@Component
class Watch implements EventWatch {
  private final MeetingStore meetings;
  private final GuestStore guests;
  private final AskedStore asked;
  private final CopyStore copies;
  private final EventTexts texts;
  private final Sending sending;
  private final Programs programs;
  private final Roster roster;
  private final ApplicationEventPublisher events;
  private final Keys keys;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final HouseRights house;
  private final Clock clock;

  Watch(
      MeetingStore meetings,
      GuestStore guests,
      AskedStore asked,
      CopyStore copies,
      EventTexts texts,
      Sending sending,
      Programs programs,
      Roster roster,
      ApplicationEventPublisher events,
      Keys keys,
      Workspaces workspaces,
      Accounts accounts,
      HouseRights house,
      Clock clock) {
    this.meetings = meetings;
    this.guests = guests;
    this.asked = asked;
    this.copies = copies;
    this.texts = texts;
    this.sending = sending;
    this.programs = programs;
    this.roster = roster;
    this.events = events;
    this.keys = keys;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public void changed(Viewer by, EventId id, CalendarObject now, boolean program) {
    if (now.todo()) {
      return;
    }
    if (program) {
      var copy = house.call(() -> guests.byCopy(id));
      if (copy.isPresent()) {
        house.call(() -> {
          programs.answered(copy.get(), now);
          return id;
        });
      } else {
        programs.organized(by, id, now);
      }
    }
    house.call(() -> {
      meetings
          .of(id)
          .ifPresent(meeting ->
              meetings.compare(
                  id, Issue.Text.of(now, ZoneOffset.UTC).fold(Issue.Text::digest, tooLarge -> "")));
      return id;
    });
  }

  @Override
  public void removed(Viewer by, EventId id, boolean silent) {
    house.call(() -> {
      var meeting = meetings.locked(id).filter(m -> !m.ended());
      if (meeting.isPresent()) {
        calledOff(by, meeting.get());
      } else if (silent) {
        guests.byCopy(id).ifPresent(guest -> copies.put(guest.id(), null));
      } else {
        guests.byCopy(id).ifPresent(guest -> events.publishEvent(new CopyGone(guest.id().value())));
      }
      return id;
    });
  }

  @Override
  public void dropped(Viewer by, CalendarId calendar) {
    house.call(() -> {
      texts.hold(calendar);
      meetings
          .held(calendar, clock.instant())
          .forEach(
              id -> meetings.locked(id).filter(m -> !m.ended()).ifPresent(m -> calledOff(by, m)));
      meetings.end(calendar, clock.instant());
      return calendar;
    });
  }

  private void calledOff(Viewer by, Meeting meeting) {
    var told = guests.of(meeting.id()).stream().filter(g -> g.there() && g.told()).toList();
    texts.place(meeting.calendar()).ifPresent(place -> sending.cancel(by, meeting, told, place));
    meetings.end(meeting.id(), clock.instant());
  }

  @Override
  public void moved(EventId was, EventId now, CalendarId into) {
    house.call(() -> {
      meetings.moved(was, now, into);
      copies.moved(was, now);
      return now;
    });
  }

  /** The same people are asked to the rest; what they said holds where the hour is the same. */
  @Override
  public void split(EventId from, EventId rest) {
    if (house.call(() -> meetings.of(from)).isEmpty()) {
      return;
    }
    var first = texts.get(from).text();
    var second = texts.get(rest).text();
    boolean same = sameHour(first.object().timing(), second.object().timing());
    house.call(() -> {
      var meeting = meetings.of(from).orElseThrow();
      var fresh =
          new Meeting(
              Ids.fresh(),
              rest,
              second.calendar(),
              second.object().uid(),
              meeting.organizer(),
              meeting.organizerName(),
              0,
              false,
              false);
      meetings.add(fresh, clock.instant());
      guests.of(meeting.id()).stream()
          .filter(Guest::there)
          .forEach(guest -> copy(guest, fresh, same));
      return rest;
    });
  }

  private static boolean sameHour(Timing one, Timing other) {
    var clock = one.start().local().toLocalTime();
    return clock.equals(other.start().local().toLocalTime()) && one.length().equals(other.length());
  }

  private void copy(Guest guest, Meeting into, boolean answered) {
    var token = Token.fresh();
    var id = new GuestId(Ids.fresh());
    asked.ask(guest, into.id(), id, token.hash(), keys.sealed(id, token), answered);
  }

  /** With the last way into a workspace ends what was going on with a person there. */
  @ApplicationModuleListener
  void left(AccessEnded event) {
    house.call(() -> {
      if (!workspaces.people(event.workspace()).contains(event.person())) {
        meetings
            .of(event.workspace(), event.person(), clock.instant())
            .forEach(meeting -> takeOff(meeting, event.person()));
      }
      return event;
    });
  }

  private void takeOff(UUID id, PersonId person) {
    texts.hold(meetings.find(id).orElseThrow().calendar());
    var meeting = meetings.locked(id).orElseThrow();
    var place = texts.place(meeting.calendar());
    var sender = accounts.viewer(meeting.organizer());
    for (var guest : guests.of(id)) {
      if (guest.there() && person.equals(guest.person())) {
        guests.remove(List.of(guest), clock.instant());
        if (guest.told() && place.isPresent() && sender.isPresent()) {
          sending.cancel(sender.get(), meeting, List.of(guest), place.get());
        }
      }
    }
    roster.write(meeting, false); // or a program would ask them anew
  }
}
