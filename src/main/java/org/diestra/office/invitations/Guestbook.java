package org.diestra.office.invitations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked to events, for whoever may read those. */
@Service
class Guestbook {
  private final MeetingStore meetings;
  private final GuestStore guests;
  private final EventTexts texts;
  private final Sending sending;
  private final Strangers strangers;
  private final Accounts accounts;
  private final HouseRights house;

  Guestbook(
      MeetingStore meetings,
      GuestStore guests,
      EventTexts texts,
      Sending sending,
      Strangers strangers,
      Accounts accounts,
      HouseRights house) {
    this.meetings = meetings;
    this.guests = guests;
    this.texts = texts;
    this.sending = sending;
    this.strangers = strangers;
    this.accounts = accounts;
    this.house = house;
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
  public People of(Viewer viewer, EventId id) {
    var seen = texts.get(id);
    return house.call(() -> {
      boolean changes = seen.changes() && guests.byCopy(id).isEmpty();
      var meeting = meetings.of(id).orElse(null);
      if (meeting == null) {
        return new People(seen.text(), changes, null, List.of(), Map.of(), null);
      }
      var all = guests.of(meeting.id()).stream().filter(Guest::there).toList();
      var due =
          sending.due(viewer, meeting, all, seen.text())
                  instanceof Outcome.Done<Sending.Due>(var found)
              ? found
              : null;
      var dates = guests.dates(meeting.id());
      return new People(seen.text(), changes, meeting, all, dates, due);
    });
  }

  /** Whom one can ask without writing an address: those who work there with the caller. */
  @Transactional(readOnly = true)
  public Map<PersonId, String> circle(Viewer viewer, Text event) {
    var people = new LinkedHashMap<>(accounts.names(strangers.circle(viewer, event)));
    people.remove(viewer.id());
    return people;
  }

  /** Whether the caller may ask people from outside. */
  @Transactional(readOnly = true)
  public boolean asksStrangers(Viewer viewer, Text event) {
    return strangers.allowed(viewer, event);
  }
}
