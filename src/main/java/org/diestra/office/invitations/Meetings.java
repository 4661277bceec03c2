package org.diestra.office.invitations;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever asks people to an event: they may change it at that moment. */
@Service
class Meetings {
  private final MeetingStore meetings;
  private final GuestStore guests;
  private final EventTexts texts;
  private final Sending sending;
  private final Strangers strangers;
  private final Askers askers;
  private final Keys keys;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Meetings(
      MeetingStore meetings,
      GuestStore guests,
      EventTexts texts,
      Sending sending,
      Strangers strangers,
      Askers askers,
      Keys keys,
      Workspaces workspaces,
      Accounts accounts,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.meetings = meetings;
    this.guests = guests;
    this.texts = texts;
    this.sending = sending;
    this.strangers = strangers;
    this.askers = askers;
    this.keys = keys;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who is asked to an event, before somebody who may read it.
   *
   * @param due whom it would be sent to, if it can be sent
   * @param dates what was answered to single dates
   */
  record People(
      Text event,
      boolean changes,
      @Nullable Meeting meeting,
      List<Guest> guests,
      Map<GuestId, Map<String, Answer>> dates,
      Sending.@Nullable Due due) {
    long count(Answer answer) {
      return guests.stream().filter(g -> g.told() && g.answer() == answer).count();
    }
  }

  /**
   * @throws NotFound if the caller may not read that event
   */
  @Transactional(readOnly = true)
  public People of(EventId id) {
    var seen = texts.get(id);
    return house.call(() -> {
      var meeting = meetings.of(id).orElse(null);
      if (meeting == null) {
        return new People(seen.text(), seen.changes(), null, List.of(), Map.of(), null);
      }
      var all = guests.of(meeting.id()).stream().filter(Guest::there).toList();
      var due = sending.due(meeting, all, seen.text()).fold(d -> d, why -> null);
      var dates = guests.dates(meeting.id());
      return new People(seen.text(), seen.changes(), meeting, all, dates, due);
    });
  }

  /** Whom one can ask without writing an address: those who work there with the caller. */
  @Transactional(readOnly = true)
  public Map<PersonId, String> circle(Viewer viewer, Text event) {
    var people = new LinkedHashMap<>(accounts.names(inside(viewer, event)));
    people.remove(viewer.id());
    return people;
  }

  private Set<PersonId> inside(Viewer viewer, Text event) {
    var room = event.workspace();
    return room == null
        ? workspaces.of(viewer).stream()
            .filter(pass -> !pass.working().isEmpty())
            .flatMap(pass -> workspaces.people(pass.workspace().id()).stream())
            .collect(Collectors.toSet())
        : workspaces.people(room);
  }

  /** Whether the caller may ask people from outside. */
  @Transactional(readOnly = true)
  public boolean asksStrangers(Viewer viewer, Text event) {
    return strangers.allowed(viewer, event);
  }

  /** Somebody to be asked. */
  record Wanted(EmailAddress address, String name, boolean optional) {}

  /**
   * Somebody who works there.
   *
   * @throws NotFound if the caller may not change that event, or nobody such works there
   */
  @Transactional
  public Outcome<EventId> add(Viewer viewer, EventId id, PersonId person, boolean optional) {
    var event = writable(id);
    var contact =
        inside(viewer, event).contains(person)
            ? accounts.contact(person).orElseThrow(NotFound::new)
            : null;
    if (contact == null) {
      throw new NotFound();
    }
    var address = EmailAddress.read(contact.email()).orElseThrow(NotFound::new);
    return add(viewer, event, new Wanted(address, contact.name(), optional), person);
  }

  /** Anybody with an address; who works there is known by it. */
  @Transactional
  public Outcome<EventId> add(Viewer viewer, EventId id, Wanted wanted) {
    var event = writable(id);
    var person = accounts.byEmail(wanted.address()).filter(inside(viewer, event)::contains);
    if (person.isEmpty() && !strangers.allowed(viewer, event)) {
      return refused(Strangers.REFUSED);
    }
    return add(viewer, event, wanted, person.orElse(null));
  }

  private Text writable(EventId id) {
    var seen = texts.get(id);
    if (!seen.changes()) {
      throw new NotFound();
    }
    return seen.text();
  }

  private Outcome<EventId> add(
      Viewer viewer, Text event, Wanted wanted, @Nullable PersonId person) {
    return house.call(() -> {
      var organizer = askers.organizer(event, viewer);
      meetings.add(
          new Meeting(
              Ids.fresh(),
              event.id(),
              event.calendar(),
              event.object().uid(),
              organizer.person(),
              organizer.name(),
              0,
              false,
              false),
          clock.instant());
      var meeting = meetings.locked(event.id()).orElseThrow(NotFound::new);
      var all = guests.of(meeting.id());
      var key = wanted.address().key();
      if (meeting.organizer().equals(person)) {
        return refused(Refusal.invalid("address", "invitations.self"));
      }
      if (all.stream().anyMatch(g -> g.there() && g.addressKey().equals(key))) {
        return refused(Refusal.invalid("address", "invitations.there"));
      }
      if (all.stream().filter(Guest::there).count() >= Guest.MOST || all.size() >= 900) {
        return refused(Refusal.limit("invitations.most", Guest.MOST));
      }
      put(meeting, wanted, person, viewer.id());
      audit.record(deed("ask", event.id()).by(viewer.id().value()));
      return done(event.id());
    });
  }

  private void put(Meeting meeting, Wanted wanted, @Nullable PersonId person, PersonId by) {
    var token = Token.fresh();
    var guest = new GuestId(Ids.fresh());
    guests.add(
        new Guest(
            guest,
            meeting.id(),
            wanted.address().text(),
            wanted.address().key(),
            wanted.name(),
            person,
            wanted.optional(),
            Answer.NONE,
            "",
            null,
            0,
            keys.sealed(guest, token),
            null,
            null),
        token.hash(),
        by,
        clock.instant());
  }

  /** Takes somebody off; who held the invitation is told that it is off, and nobody else. */
  @Transactional
  public Outcome<EventId> remove(Viewer viewer, EventId id, GuestId who) {
    return held(
        id,
        who,
        (event, guest) -> {
          var meeting = meetings.find(guest.meeting()).orElseThrow(NotFound::new);
          guests.remove(guest, clock.instant());
          if (guest.told()) {
            sending.cancel(viewer, meeting, List.of(guest), event.place());
          }
          audit.record(deed("take-off", id).by(viewer.id().value()));
          return done(id);
        });
  }

  /** Whether it goes on without them. */
  @Transactional
  public Outcome<EventId> change(Viewer viewer, EventId id, GuestId who, boolean optional) {
    return held(
        id,
        who,
        (event, guest) -> {
          guests.change(guest, optional);
          return done(id);
        });
  }

  private Outcome<EventId> held(
      EventId id, GuestId who, BiFunction<Text, Guest, Outcome<EventId>> action) {
    var event = writable(id);
    return house.call(() -> {
      var meeting = meetings.locked(id).orElseThrow(NotFound::new);
      var guest =
          guests
              .locked(who)
              .filter(g -> g.meeting().equals(meeting.id()) && g.there())
              .orElseThrow(NotFound::new);
      return action.apply(event, guest);
    });
  }

  /**
   * Sends it to whomever the page named.
   *
   * @param seal of what the page said would be sent, and to whom
   */
  @Transactional
  public Outcome<Integer> send(Viewer viewer, EventId id, String seal) {
    var event = writable(id);
    return house.call(() -> {
      var meeting = meetings.locked(id).orElseThrow(NotFound::new);
      var all = guests.of(meeting.id());
      return switch (sending.due(meeting, all, event)) {
        case Outcome.Refused<Sending.Due>(var why) -> refused(why);
        case Outcome.Done<Sending.Due>(var due) ->
            due.seal().equals(seal)
                ? sending.send(viewer, meeting, event, due)
                : refused(Sending.CHANGED);
      };
    });
  }

  private static Deed deed(String action, EventId id) {
    return Deed.of("invitations", action).on("event", id.value());
  }

  Optional<Meeting> find(UUID id) {
    return meetings.find(id);
  }
}
