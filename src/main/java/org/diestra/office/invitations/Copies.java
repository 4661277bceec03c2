package org.diestra.office.invitations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.Diary;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Seen;
import org.diestra.office.calendar.Events;
import org.diestra.office.invitations.Answers.Said;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
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
  private final CopyStore copies;
  private final MeetingStore meetings;
  private final Answers answers;
  private final Askers askers;
  private final Diary diary;
  private final Events events;
  private final EventTexts texts;
  private final Accounts accounts;
  private final HouseRights house;
  private final Pages pages;
  private final Clock clock;

  Copies(
      GuestStore guests,
      CopyStore copies,
      MeetingStore meetings,
      Answers answers,
      Askers askers,
      Diary diary,
      Events events,
      EventTexts texts,
      Accounts accounts,
      HouseRights house,
      Pages pages,
      Clock clock) {
    this.guests = guests;
    this.copies = copies;
    this.meetings = meetings;
    this.answers = answers;
    this.askers = askers;
    this.diary = diary;
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
    var kept =
        Optional.ofNullable(guest.copy()).flatMap(copy -> changeable(viewer.get().id(), copy));
    var own = texts.own(viewer.get().id(), meeting.uid());
    var there = kept.or(() -> own.flatMap(id -> ours(id, guest, meeting, issue)));
    if (there.isEmpty() && own.isPresent()) {
      return; // it is their own, or somebody else's: never overwritten, and none is put beside it
    }
    var text = new Ics(issue, askers.of(meeting, guest, issue.by()), guest, clock.instant());
    house
        .callAs(
            viewer.get().id().value(),
            () -> write(viewer.get(), there, kept.isPresent(), text, off))
        .ifPresent(copy -> copies.put(guest.id(), copy));
  }

  private Optional<Seen> changeable(PersonId person, EventId id) {
    return house.callAs(person.value(), () -> texts.find(id).filter(Seen::changes));
  }

  /**
   * What stands in their own calendar by the same UID, if it is of this invitation: nobody's
   * meeting, and either the copy of one before it or what names the same organizer. Whoever knows a
   * UID can make an event with it (RFC 5546, section 2.1.4).
   */
  private Optional<Seen> ours(EventId id, Guest guest, Meeting meeting, Issue issue) {
    var person = guest.person();
    if (person == null || id.equals(meeting.object()) || meetings.of(id).isPresent()) {
      return Optional.empty();
    }
    var before = guests.byCopy(id).filter(other -> !other.id().equals(guest.id()));
    var seen = changeable(person, id);
    return before.isPresent()
        ? seen.filter(s -> follows(before.get(), meeting, issue))
        : seen.filter(s -> names(s, askers.of(meeting, guest, issue.by()), meeting));
  }

  /** A program puts an event into another calendar as a new one, and takes the old one out. */
  private boolean follows(Guest before, Meeting meeting, Issue issue) {
    var old = meetings.find(before.meeting()).orElseThrow();
    boolean off = old.ended() || !before.there();
    return old.organizer().equals(meeting.organizer())
        && (off
            || meetings
                .issue(old.id(), before.issue())
                .filter(i -> i.by().equals(issue.by()))
                .isPresent());
  }

  private boolean names(Seen seen, Asker asker, Meeting meeting) {
    var email = accounts.contact(meeting.organizer()).map(Accounts.Contact::email).orElse("");
    var said = seen.text().object().main().line("ORGANIZER").flatMap(Roster::key);
    return said.isPresent()
        && List.of(asker.reply(), email).stream()
            .anyMatch(one -> EmailAddress.read(one).map(EmailAddress::key).equals(said));
  }

  /**
   * @param same whether what stands there is of this very invitation
   */
  private Optional<EventId> write(
      Viewer viewer, Optional<Seen> there, boolean same, Ics text, boolean off) {
    var whole = text.copy(off);
    if (there.isEmpty()) {
      return off ? Optional.empty() : id(events.add(viewer, own(viewer), whole));
    }
    var id = there.get().text().id();
    var held = there.get().text().object().main();
    if (same && !off && held.text("SEQUENCE").equals(whole.main().text("SEQUENCE"))) {
      texts.people(id, true, text::answered);
      return Optional.of(id);
    }
    var mixed = whole.events().stream().map(event -> beside(event, held, off)).toList();
    return id(diary.replace(viewer, id, whole.holding(mixed)));
  }

  /** What is the holder's own stays: their alarms, and that nobody else reads it. */
  private static Part beside(Part event, Part held, boolean off) {
    var closed = held.lines("CLASS").stream().filter(Copies::closed).limit(1).toList();
    var named =
        closed.isEmpty() || event.lines("CLASS").stream().anyMatch(Copies::closed)
            ? event
            : event.with(closed.getFirst());
    return off ? named : named.holding(held.parts("VALARM"));
  }

  private static boolean closed(Line line) {
    return !line.value().isBlank() && !line.value().strip().equalsIgnoreCase("PUBLIC");
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
    var issue = meetings.issue(meeting.id(), guest.issue()).orElseThrow();
    var other =
        person == null
            ? Optional.<EventId>empty()
            : texts
                .own(person, meeting.uid())
                .flatMap(id -> ours(id, guest, meeting, issue))
                .map(seen -> seen.text().id());
    copies.put(guest.id(), other.orElse(null));
    if (other.isEmpty() && guest.there() && !meeting.ended() && guest.answer() != Answer.NO) {
      answers.taken(guest.id(), new Said(Answer.NO, "", "", clock.instant()));
    }
  }

  private CalendarId own(Viewer viewer) {
    var name = pages.formats(viewer.locale(), viewer.zone()).words("invitations.calendar");
    return diary.home(viewer, name);
  }
}
