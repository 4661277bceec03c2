package org.diestra.office.invitations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.invitations.AskedStore.Fresh;
import org.diestra.office.invitations.Meetings.Wanted;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts people on an event's list and takes them off, in a few statements however many they are.
 * Within a transaction that holds the calendar, with the house's rights: who may do it was asked
 * before.
 */
@Component
class Asking {
  private final MeetingStore meetings;
  private final GuestStore guests;
  private final AskedStore asked;
  private final Sending sending;
  private final Roster roster;
  private final Askers askers;
  private final Keys keys;
  private final Audit audit;
  private final Clock clock;

  Asking(
      MeetingStore meetings,
      GuestStore guests,
      AskedStore asked,
      Sending sending,
      Roster roster,
      Askers askers,
      Keys keys,
      Audit audit,
      Clock clock) {
    this.meetings = meetings;
    this.guests = guests;
    this.asked = asked;
    this.sending = sending;
    this.roster = roster;
    this.askers = askers;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Somebody to be asked.
   *
   * @param person who works where the event stands, or null for anybody else
   */
  record Asked(Wanted wanted, @Nullable PersonId person) {
    String key() {
      return wanted.address().key();
    }
  }

  /**
   * @param some one for each address
   * @return why one of them was not asked; the others are
   */
  Optional<Refusal> add(Viewer viewer, Text event, List<Asked> some) {
    var meeting = meeting(viewer, event);
    var all = guests.of(meeting.id());
    var there = all.stream().filter(Guest::there).map(Guest::addressKey).toList();
    var ever = all.stream().map(Guest::addressKey).collect(Collectors.toSet());
    var fresh = new ArrayList<Fresh>();
    Optional<Refusal> refused = Optional.empty();
    for (var one : some) {
      int most = Math.min(Guest.MOST - there.size(), Guest.EVER - ever.size());
      if (meeting.organizer().equals(one.person())) {
        refused = Optional.of(Refusal.invalid("address", "invitations.self"));
      } else if (there.contains(one.key())) {
        refused = Optional.of(Refusal.invalid("address", "invitations.there"));
      } else if (fresh.size() >= most) {
        refused = Optional.of(Refusal.limit("invitations.most", Guest.MOST));
      } else {
        fresh.add(fresh(one));
      }
    }
    if (!fresh.isEmpty()) {
      asked.add(meeting.id(), fresh, viewer.id(), clock.instant());
      roster.write(meeting, false);
      note("ask", viewer, event, fresh.size());
    }
    return refused;
  }

  private Meeting meeting(Viewer viewer, Text event) {
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
    return meetings.locked(event.id()).orElseThrow(NotFound::new);
  }

  private Fresh fresh(Asked one) {
    var token = Token.fresh();
    var id = new GuestId(Ids.fresh());
    return new Fresh(id, one.wanted(), one.person(), keys.sealed(id, token), token.hash());
  }

  /** Takes them off; who held the invitation is told that it is off, and nobody else. */
  void remove(Viewer viewer, Text event, Meeting meeting, Collection<Guest> some) {
    guests.remove(some, clock.instant());
    roster.write(meeting, false);
    var told = some.stream().filter(Guest::told).toList();
    sending.cancel(viewer, meeting, told, event.place());
    note("take-off", viewer, event, some.size());
  }

  /**
   * Makes it these and no others.
   *
   * @param all one for each address
   * @param outside whether those may be among them who do not work there
   */
  Optional<Refusal> put(Viewer viewer, Text event, List<Asked> all, boolean outside) {
    var meeting = meetings.locked(event.id());
    var wanted = new HashMap<String, Asked>();
    all.forEach(one -> wanted.put(one.key(), one));
    var gone = new ArrayList<Guest>();
    if (meeting.isPresent()) {
      for (var guest : guests.of(meeting.get().id())) {
        if (guest.there()) {
          var said = wanted.remove(guest.addressKey());
          if (said == null) {
            gone.add(guest);
          } else if (said.wanted().optional() != guest.optional()) {
            guests.change(guest, said.wanted().optional());
          }
        }
      }
    }
    if (!gone.isEmpty()) {
      remove(viewer, event, meeting.orElseThrow(), gone);
    }
    var fresh =
        all.stream()
            .filter(one -> wanted.containsKey(one.key()))
            .filter(one -> outside || one.person() != null)
            .toList();
    return fresh.isEmpty() ? Optional.empty() : add(viewer, event, fresh);
  }

  private void note(String action, Viewer by, Text event, int people) {
    audit.record(
        Deed.of("invitations", action)
            .on("event", event.id().value())
            .by(by.id().value())
            .with("people", String.valueOf(people)));
  }
}
