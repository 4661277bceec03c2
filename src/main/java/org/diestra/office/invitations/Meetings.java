package org.diestra.office.invitations;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.diestra.office.calendar.Diary;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.invitations.Asking.Asked;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
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
  private final Diary diary;
  private final Sending sending;
  private final Strangers strangers;
  private final Roster roster;
  private final Asking asking;
  private final Askers askers;
  private final Accounts accounts;
  private final HouseRights house;

  Meetings(
      MeetingStore meetings,
      GuestStore guests,
      EventTexts texts,
      Diary diary,
      Sending sending,
      Strangers strangers,
      Roster roster,
      Asking asking,
      Askers askers,
      Accounts accounts,
      HouseRights house) {
    this.meetings = meetings;
    this.guests = guests;
    this.texts = texts;
    this.diary = diary;
    this.sending = sending;
    this.strangers = strangers;
    this.roster = roster;
    this.asking = asking;
    this.askers = askers;
    this.accounts = accounts;
    this.house = house;
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
    var event = writable(viewer, id);
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
    var event = writable(viewer, id);
    var person =
        accounts.byEmail(wanted.address()).filter(strangers.circle(viewer, event)::contains);
    if (person.isEmpty() && !strangers.allowed(viewer, event)) {
      return refused(Strangers.REFUSED);
    }
    return add(viewer, event, wanted, person.orElse(null));
  }

  /** Held before the meeting, as whoever changes the event does. */
  private Text writable(Viewer viewer, EventId id) {
    var seen = texts.get(id);
    if (!seen.changes() || house.call(() -> guests.byCopy(id)).isPresent()) {
      throw new NotFound(); // to a copy of somebody else's meeting nobody asks
    }
    texts.hold(seen.text().calendar());
    var text = texts.get(id).text();
    var meeting = house.call(() -> meetings.of(id)).orElse(null);
    if (askers.foreign(viewer, text, meeting)) {
      throw new NotFound();
    }
    return text;
  }

  private Outcome<EventId> add(
      Viewer viewer, Text event, Wanted wanted, @Nullable PersonId person) {
    return house.call(() -> {
      var why = asking.add(viewer, event, List.of(new Asked(wanted, person)));
      return why.isPresent() ? refused(why.get()) : done(event.id());
    });
  }

  /**
   * Makes it those whom a program wrote down, as far as they may be asked.
   *
   * @param all one for each address
   * @return why one of them was not
   */
  Optional<Refusal> put(Viewer viewer, EventId id, Collection<Wanted> all) {
    var event = writable(viewer, id);
    boolean outside = strangers.allowed(viewer, event);
    var members = members(strangers.circle(viewer, event));
    return house.call(() -> {
      var asked =
          all.stream().map(one -> new Asked(one, members.get(one.address().key()))).toList();
      return asking.put(viewer, event, asked, outside);
    });
  }

  /** By address, in one statement. */
  private Map<String, PersonId> members(Set<PersonId> circle) {
    var byKey = new HashMap<String, PersonId>();
    accounts
        .contacts(circle)
        .forEach((person, contact) ->
            EmailAddress.read(contact.email()).ifPresent(it -> byKey.put(it.key(), person)));
    return byKey;
  }

  /** Takes somebody off; who held the invitation is told that it is off, and nobody else. */
  @Transactional
  public Outcome<EventId> remove(Viewer viewer, EventId id, GuestId who) {
    return held(
        viewer,
        id,
        who,
        (event, guest) -> {
          var meeting = meetings.find(guest.meeting()).orElseThrow(NotFound::new);
          asking.remove(viewer, event, meeting, List.of(guest));
          return done(id);
        });
  }

  /** Whether it goes on without them. */
  @Transactional
  public Outcome<EventId> change(Viewer viewer, EventId id, GuestId who, boolean optional) {
    return held(
        viewer,
        id,
        who,
        (event, guest) -> {
          guests.change(guest, optional);
          return done(id);
        });
  }

  /**
   * Moves the event to where somebody would like it better; nobody hears of it yet.
   *
   * @param proposal what the page said
   * @throws NotFound if the caller may not change the event, or it comes again
   */
  @Transactional
  public Outcome<EventId> move(Viewer viewer, EventId id, GuestId who, String proposal) {
    held(viewer, id, who, (event, guest) -> done(id));
    var proposes = house.call(() -> guests.find(who)).map(Guest::proposes).orElse(null);
    return proposes != null && proposes.seal().equals(proposal)
        ? diary.move(viewer, id, proposes.from(), proposes.to())
        : refused(Sending.CHANGED);
  }

  private Outcome<EventId> held(
      Viewer viewer, EventId id, GuestId who, BiFunction<Text, Guest, Outcome<EventId>> action) {
    var event = writable(viewer, id);
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
    var event = writable(viewer, id);
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

  /** Sends it to all who do not hold it, as far as that may be. */
  void sendAll(Viewer viewer, EventId id) {
    var event = writable(viewer, id);
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
}
