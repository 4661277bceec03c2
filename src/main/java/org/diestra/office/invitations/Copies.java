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
import org.diestra.office.invitations.Answers.Said;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Pages;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What members of the house hold of an invitation in a calendar of their own: written in their own
 * name, and only ever what was sent to them.
 */
@Component
class Copies {
  private final GuestStore guests;
  private final MeetingStore meetings;
  private final Answers answers;
  private final Askers askers;
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
      MeetingStore meetings,
      Answers answers,
      Askers askers,
      Diary diary,
      Calendars calendars,
      Events events,
      EventTexts texts,
      Accounts accounts,
      HouseRights house,
      Pages pages,
      Clock clock) {
    this.guests = guests;
    this.meetings = meetings;
    this.answers = answers;
    this.askers = askers;
    this.diary = diary;
    this.calendars = calendars;
    this.events = events;
    this.texts = texts;
    this.accounts = accounts;
    this.house = house;
    this.pages = pages;
    this.clock = clock;
  }

  /** Puts what this guest holds into their calendar, in the place of what they held. */
  @ApplicationModuleListener
  void due(CopyDue due) {
    house.call(() -> {
      guests.find(new GuestId(due.guest())).filter(Guest::told).ifPresent(this::put);
      return due;
    });
  }

  private void put(Guest guest) {
    var meeting = meetings.find(guest.meeting()).orElseThrow();
    var issue = meetings.issue(meeting.id(), guest.issue()).orElseThrow();
    boolean off = meeting.ended() || !guest.there();
    var person = guest.person();
    var viewer = person == null ? Optional.<Viewer>empty() : accounts.viewer(person);
    boolean gone = guest.copy() == null && (off || guest.answer() == Answer.NO);
    if (viewer.isEmpty() || gone) {
      return; // they took it out, or never had it
    }
    var there =
        Optional.ofNullable(guest.copy()).or(() -> texts.own(viewer.get().id(), meeting.uid()));
    if (there.filter(meeting.object()::equals).isPresent()) {
      return; // it is their own calendar that it stands in
    }
    var text = new Ics(issue, askers.of(meeting, guest, issue.by()), guest, clock.instant());
    house
        .callAs(viewer.get().id().value(), () -> write(viewer.get(), there, text, off))
        .ifPresent(copy -> guests.copied(guest, copy));
  }

  private Optional<EventId> write(Viewer viewer, Optional<EventId> there, Ics text, boolean off) {
    var whole = text.copy(off);
    if (there.isPresent()) {
      try {
        var held = texts.get(there.get()).text().object().main();
        var sequence = whole.main().text("SEQUENCE");
        if (!off && held.text("SEQUENCE").equals(sequence)) {
          texts.people(there.get(), true, text::answered);
          return there;
        }
        var alarms = held.parts("VALARM");
        var rung = whole.events().stream().map(e -> off ? e : e.holding(alarms)).toList();
        return id(diary.replace(viewer, there.get(), whole.holding(rung)));
      } catch (NotFound takenOut) {
        // a new one is put there below
      }
    }
    return off ? Optional.empty() : id(events.add(viewer, own(viewer), whole));
  }

  private static Optional<EventId> id(Outcome<EventId> outcome) {
    return outcome.fold(Optional::of, why -> Optional.empty());
  }

  /** A member's program has written an answer into it. */
  @ApplicationModuleListener
  void answered(CopyAnswered it) {
    var said = new Said(Answer.valueOf(it.answer()), it.date(), "", clock.instant());
    house.call(() -> answers.taken(new GuestId(it.guest()), said));
  }

  /**
   * Whoever takes it out of their calendar does not come, unless it stands in another one of theirs
   * by now: then they have moved it.
   */
  @ApplicationModuleListener
  void gone(CopyGone it) {
    house.call(() -> {
      guests.find(new GuestId(it.guest())).filter(Guest::told).ifPresent(this::gone);
      return it;
    });
  }

  private void gone(Guest guest) {
    var person = guest.person();
    var meeting = meetings.find(guest.meeting()).orElseThrow();
    var other = person == null ? Optional.<EventId>empty() : texts.own(person, meeting.uid());
    guests.copied(guest, other.orElse(null));
    if (other.isEmpty() && guest.there() && !meeting.ended() && guest.answer() != Answer.NO) {
      answers.taken(guest.id(), new Said(Answer.NO, "", "", clock.instant()));
    }
  }

  private CalendarId own(Viewer viewer) {
    var there = diary.own(viewer);
    if (there.isPresent()) {
      return there.get();
    }
    var name = pages.formats(viewer.locale(), viewer.zone()).words("invitations.calendar");
    var colour = Calendar.COLOURS.getFirst();
    return calendars.begin(viewer, null, name, colour, viewer.zone()).orFail();
  }
}
