package org.diestra.office.travel;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.travel.Trip.Authorised;
import org.diestra.office.travel.Trip.Booked;
import org.diestra.office.travel.Trip.Chosen;
import org.diestra.office.travel.Trip.OptionsSent;
import org.diestra.office.travel.Trip.PriceChanged;
import org.diestra.office.travel.Trip.Requested;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.taps.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Both sides hear of what the other did; nobody of what they did themselves. */
@Component
class TravelNotices {
  static final String DECIDE = "travel:decide";
  static final String WORK = "travel:work";
  private final Notifications notifications;
  private final Organisations organisations;
  private final Workspaces workspaces;

  TravelNotices(Notifications notifications, Organisations organisations, Workspaces workspaces) {
    this.notifications = notifications;
    this.organisations = organisations;
    this.workspaces = workspaces;
  }

  /** Whoever works in travel without deciding there. */
  void asked(Desk desk, Requested trip) {
    var people = new LinkedHashSet<>(working(desk));
    people.removeAll(deciding(desk));
    tell(desk, trip, WORK, "travel.notice.asked", people);
  }

  void rewritten(Desk desk, Trip trip) {
    tell(desk, trip, WORK, "travel.notice.rewritten", busy(desk, trip));
  }

  void sent(Desk desk, OptionsSent trip) {
    var key = "travel.notice.sent";
    tell(desk, trip, DECIDE, key, once(trip, key), deciding(desk), ChoiceTap.offer(trip));
  }

  void returned(Desk desk, Trip trip) {
    tell(desk, trip, WORK, "travel.notice.returned", busy(desk, trip));
  }

  void chosen(Desk desk, Chosen trip, Option option) {
    tell(desk, trip, DECIDE, "travel.notice.chosen", deciding(desk), option.name());
    tell(desk, trip, WORK, "travel.notice.chosen", busy(desk, trip), option.name());
  }

  void authorised(Desk desk, Authorised trip) {
    tell(desk, trip, WORK, "travel.notice.authorised", busy(desk, trip), trip.most());
  }

  void booked(Desk desk, Booked trip) {
    tell(desk, trip, DECIDE, "travel.notice.booked", deciding(desk), trip.booking().paid());
  }

  void dearer(Desk desk, PriceChanged trip) {
    tell(
        desk,
        trip,
        DECIDE,
        "travel.notice.dearer",
        deciding(desk),
        trip.price(),
        trip.choice().total());
  }

  void changed(Desk desk, Trip trip) {
    var people = new LinkedHashSet<>(busy(desk, trip));
    people.addAll(deciding(desk));
    tell(desk, trip, WORK, "travel.notice.changed", people);
  }

  /** Of each change that waits, however many come while the trip stands where it is. */
  void changeAsked(Desk desk, Trip trip, UUID change) {
    var key = "travel.notice.change";
    var once = key + " " + change;
    tell(desk, trip, DECIDE, key, once, deciding(desk), ChangeTap.offer(change));
  }

  void cancelled(Desk desk, Trip trip) {
    var people = new LinkedHashSet<>(busy(desk, trip));
    people.addAll(deciding(desk));
    tell(desk, trip, WORK, "travel.notice.cancelled", people);
  }

  private Set<PersonId> working(Desk desk) {
    return workspaces.people(desk.pass().workspace().id(), Area.TRAVEL);
  }

  private Set<PersonId> deciding(Desk desk) {
    return organisations.members(desk.pass().workspace().organisation()).stream()
        .filter(member -> Desk.DECIDE.contains(member.role()))
        .map(Organisations.Member::person)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Who asked for it and who looks for options, as long as they still work there. */
  private Set<PersonId> busy(Desk desk, Trip trip) {
    var people = new LinkedHashSet<PersonId>();
    var researcher = trip.facts().researcher();
    if (researcher != null) {
      people.add(researcher);
    }
    people.add(trip.facts().madeBy());
    people.retainAll(working(desk));
    return people;
  }

  private void tell(
      Desk desk, Trip trip, String kind, String key, Set<PersonId> people, Object... more) {
    tell(desk, trip, kind, key, once(trip, key), people, null, more);
  }

  private static String once(Trip trip, String key) {
    return key + " " + trip.facts().id() + " " + trip.facts().version();
  }

  /**
   * @param offer what may be decided by a link in the mail, or null
   */
  private void tell(
      Desk desk,
      Trip trip,
      String kind,
      String key,
      String once,
      Set<PersonId> people,
      @Nullable Offer offer,
      Object... more) {
    var facts = trip.facts();
    var by = desk.pass().viewer();
    var args = new Object[more.length + 2];
    args[0] = by.name();
    args[1] = facts.wish().title();
    System.arraycopy(more, 0, args, 2, more.length);
    notifications.tell(
        people.stream()
            .filter(person -> !person.equals(by.id()))
            .map(person -> Notice.to(person, kind, facts.href(), key, args).once(once))
            .map(notice -> notice.from(by.name()))
            .map(notice -> offer == null ? notice : notice.offering(offer))
            .toList());
  }
}
