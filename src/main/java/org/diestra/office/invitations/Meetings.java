package org.diestra.office.invitations;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Text;
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
  private final Roster roster;
  private final Askers askers;
  private final Keys keys;
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
      Roster roster,
      Askers askers,
      Keys keys,
      Accounts accounts,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.meetings = meetings;
    this.guests = guests;
    this.texts = texts;
    this.sending = sending;
    this.strangers = strangers;
    this.roster = roster;
    this.askers = askers;
    this.keys = keys;
    this.accounts = accounts;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
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
        strangers.circle(viewer, event).contains(person)
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
    var person =
        accounts.byEmail(wanted.address()).filter(strangers.circle(viewer, event)::contains);
    if (person.isEmpty() && !strangers.allowed(viewer, event)) {
      return refused(Strangers.REFUSED);
    }
    return add(viewer, event, wanted, person.orElse(null));
  }

  /** Held before the meeting, as whoever changes the event does. */
  private Text writable(EventId id) {
    var seen = texts.get(id);
    if (!seen.changes() || house.call(() -> guests.byCopy(id)).isPresent()) {
      throw new NotFound(); // to a copy of somebody else's meeting nobody asks
    }
    texts.hold(seen.text().calendar());
    return texts.get(id).text();
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
      if (all.stream().filter(Guest::there).count() >= Guest.MOST || all.size() >= Guest.EVER) {
        return refused(Refusal.limit("invitations.most", Guest.MOST));
      }
      put(meeting, wanted, person, viewer.id());
      roster.write(meeting, false);
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
            null,
            null,
            0,
            keys.sealed(guest, token),
            null,
            clock.instant(),
            0,
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
          roster.write(meeting, false);
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
      return switch (sending.due(viewer, meeting, all, event)) {
        case Outcome.Refused<Sending.Due>(var why) -> refused(why);
        case Outcome.Done<Sending.Due>(var due) ->
            due.seal().equals(seal)
                ? sending.send(viewer, meeting, event, due)
                : refused(Sending.CHANGED);
      };
    });
  }

  /** Those who are asked, before whoever may change it. With the caller's rights. */
  List<Guest> there(EventId id) {
    return house.call(() ->
        meetings
            .of(id)
            .map(m -> guests.of(m.id()).stream().filter(Guest::there).toList())
            .orElse(List.of()));
  }

  /** Sends it to all who do not hold it, as far as that may be. */
  void sendAll(Viewer viewer, EventId id) {
    var event = writable(id);
    house.call(() ->
        meetings
            .locked(id)
            .map(meeting ->
                sending
                    .due(viewer, meeting, guests.of(meeting.id()), event)
                    .fold(due -> sending.send(viewer, meeting, event, due), Outcome::refused))
            .orElse(done(0)));
  }

  /** Puts into the text what it should say of them. */
  void mirror(EventId id) {
    house.call(() -> {
      meetings.of(id).ifPresent(meeting -> roster.write(meeting, true));
      return id;
    });
  }

  private static Deed deed(String action, EventId id) {
    return Deed.of("invitations", action).on("event", id.value());
  }
}
