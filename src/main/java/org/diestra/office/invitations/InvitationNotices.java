package org.diestra.office.invitations;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.diestra.office.calendar.EventTexts.Place;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members of the house hear of invitations, and whoever sent them of the answers. */
@Component
class InvitationNotices {
  static final String ASKED = "invitations:asked";
  static final String CHANGED = "invitations:changed";
  static final String OFF = "invitations:off";
  static final String ANSWERED = "invitations:answered";
  private final Notifications notifications;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Pages pages;
  private final Clock clock;

  InvitationNotices(
      Notifications notifications,
      Workspaces workspaces,
      Accounts accounts,
      Pages pages,
      Clock clock) {
    this.notifications = notifications;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  /** Those of the guests who are members, by what they held before. */
  void asked(Collection<Guest> guests, Issue issue, Meeting meeting) {
    tell(guests, issue, meeting, false);
  }

  void off(Collection<Guest> guests, Issue issue, Meeting meeting) {
    tell(guests, issue, meeting, true);
  }

  private void tell(Collection<Guest> guests, Issue issue, Meeting meeting, boolean off) {
    var all = new ArrayList<Notice>();
    var people = accounts.contacts(guests.stream().flatMap(g -> person(g).stream()).toList());
    for (var guest : guests) {
      var contact = guest.person() == null ? null : people.get(guest.person());
      if (contact == null) {
        continue;
      }
      var formats = pages.formats(contact.locale(), contact.zone());
      var told = Told.of(issue, contact.zone(), clock.instant());
      var kind = off ? OFF : guest.told() ? CHANGED : ASKED;
      all.add(
          Notice.to(
                  contact.id(),
                  kind,
                  guest.href(),
                  "invitations.notice." + kind.substring("invitations:".length()),
                  meeting.organizerName(),
                  told.title(formats),
                  told.start().day() ? told.start().date() : told.from())
              .once(once(kind, guest, issue)));
    }
    notifications.tell(all);
  }

  private static String once(String kind, Guest guest, Issue issue) {
    var asked = guest.askedAt().toEpochMilli();
    return kind + ":" + guest.id() + ":" + asked + ":" + issue.number();
  }

  private static Set<PersonId> person(Guest guest) {
    var person = guest.person();
    return person == null ? Set.of() : Set.of(person);
  }

  /** Whoever sent it, as long as they may still read the event; else those who keep the place. */
  void answered(Meeting meeting, Place place, Guest guest, Issue issue, Answers.Said said) {
    var key = "invitations.notice.answered." + said.answer().slug();
    tell(meeting, place, guest, issue, key, said.date() + " " + said.stamp());
  }

  void wrote(
      Meeting meeting,
      Place place,
      Guest guest,
      Issue issue,
      Instant stamp,
      Guest.@Nullable Proposal proposal) {
    var key = proposal == null ? "invitations.notice.wrote" : "invitations.notice.proposed";
    tell(meeting, place, guest, issue, key, stamp.toString());
  }

  private void tell(
      Meeting meeting, Place place, Guest guest, Issue issue, String key, String which) {
    var title = Told.of(issue, place.zone(), clock.instant()).title();
    var href = "/calendar/events/" + meeting.object();
    notifications.tell(
        readers(place, issue).stream()
            .filter(person -> !person.equals(guest.person()))
            .map(person ->
                Notice.to(person, ANSWERED, href, key, guest.label(), title)
                    .once(ANSWERED + ":" + guest.id() + ":" + key + ":" + which))
            .toList());
  }

  private List<PersonId> readers(Place place, Issue issue) {
    var room = place.workspace();
    if (room == null) {
      var owner = place.owner();
      return owner == null ? List.of() : List.of(owner);
    }
    return workspaces.people(room).contains(issue.by())
        ? List.of(issue.by())
        : workspaces.keepers(workspaces.get(room));
  }
}
