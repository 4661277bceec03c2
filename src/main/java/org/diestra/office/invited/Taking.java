package org.diestra.office.invited;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.office.calendar.Diary;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Seen;
import org.diestra.office.calendar.Events;
import org.diestra.office.invitations.Answer;
import org.diestra.office.invited.Invited.State;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.mail.ReplyAddresses;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * Takes what calendar programs send, and keeps somebody's own calendar by it. Within a transaction,
 * with the house's rights, in which nothing else comes in for that person.
 */
@Component
class Taking {
  private static final int A_DAY = 50; // invitations to one person
  private static final Duration REMEMBERED = Duration.ofDays(400);
  private static final String TAKEN_ILL = "this was not taken";
  private final InvitedStore store;
  private final InvitedNotices notices;
  private final EventTexts texts;
  private final Events events;
  private final Diary diary;
  private final ReplyAddresses addresses;
  private final Pages pages;
  private final HouseRights house;
  private final Clock clock;

  Taking(
      InvitedStore store,
      InvitedNotices notices,
      EventTexts texts,
      Events events,
      Diary diary,
      ReplyAddresses addresses,
      Pages pages,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.notices = notices;
    this.texts = texts;
    this.events = events;
    this.diary = diary;
    this.addresses = addresses;
    this.pages = pages;
    this.house = house;
    this.clock = clock;
  }

  /**
   * @param box to what it came
   * @param from whose mail it is, by address
   * @return why it is refused, for a mail server; empty when it was taken, or says nothing new
   */
  Optional<String> take(Viewer viewer, UUID box, Message message, String from) {
    var own = EmailAddress.read(viewer.email()).map(EmailAddress::key);
    if (own.equals(Optional.of(message.organizer().key()))) {
      return Optional.of(TAKEN_ILL); // they ask themselves
    }
    var there = store.of(viewer.id(), message.object().uid());
    if (there.isEmpty()) {
      return message.off() ? Optional.empty() : fresh(viewer, box, message, from);
    }
    var known = new ArrayList<>(message.speakers());
    own.ifPresent(known::add);
    known.add(there.get().senderKey());
    boolean same = there.get().organizerKey().equals(message.organizer().key());
    return same && known.contains(from) ? again(viewer, there.get(), message) : refused();
  }

  private static Optional<String> refused() {
    return Optional.of("only whoever asked changes it or calls it off");
  }

  private Optional<String> fresh(Viewer viewer, UUID box, Message message, String from) {
    var now = clock.instant();
    var span = Message.span(message.object(), viewer.zone());
    if (span.until() != null && !span.until().isAfter(now)) {
      return Optional.of("this is over");
    }
    if (store.since(viewer.id(), now.minus(Duration.ofDays(1))) >= A_DAY) {
      return Optional.of("these are many invitations for one day");
    }
    var mine =
        Stream.of(Optional.of(viewer.email()), addresses.of(box))
            .flatMap(Optional::stream)
            .flatMap(address -> EmailAddress.read(address).stream())
            .map(EmailAddress::key)
            .toList();
    var standing = texts.own(viewer.id(), message.object().uid());
    var adopted = standing.flatMap(id -> changeable(viewer.id(), id));
    if (standing.isPresent() && adopted.filter(seen -> names(seen, message)).isEmpty()) {
      return Optional.of(TAKEN_ILL); // what stands there is theirs, or somebody else's
    }
    var it =
        new Invited(
            new InvitedId(Ids.fresh()),
            viewer.id(),
            message.object().uid(),
            message.organizer().text(),
            message.organizer().key(),
            message.name(),
            from,
            message.attendee(mine, viewer.email(), message.organizer().key()),
            message.sequence(),
            message.stamp(),
            message.object().calendar().bytes(),
            Message.times(message.object()),
            span.since(),
            span.until(),
            Answer.NONE,
            "",
            0,
            0,
            null,
            State.OPEN,
            now);
    store.add(it, now.minus(REMEMBERED));
    put(viewer, it, adopted);
    notices.tell(viewer, it, InvitedNotices.ASKED);
    return Optional.empty();
  }

  private Optional<Seen> changeable(PersonId person, EventId id) {
    return house.callAs(person.value(), () -> texts.find(id).filter(Seen::changes));
  }

  private static boolean names(Seen seen, Message message) {
    return seen.text()
        .object()
        .main()
        .line("ORGANIZER")
        .flatMap(line -> EmailAddress.read(line.mailbox()))
        .filter(address -> address.key().equals(message.organizer().key()))
        .isPresent();
  }

  /** What is older than what they hold says nothing (RFC 5546, section 2.1.5). */
  private Optional<String> again(Viewer viewer, Invited was, Message message) {
    boolean late = !message.stamp().isAfter(was.stamp());
    boolean older =
        message.dates() // each date counts by itself
            ? late && message.sequence() <= was.sequence()
            : message.sequence() < was.sequence() || late && message.sequence() == was.sequence();
    if (was.state() == State.UNWANTED || older) {
      return Optional.empty();
    }
    if (was.changes() >= Invited.MOST_CHANGES) {
      return Optional.of("this was changed too often");
    }
    var copy = was.copy();
    var there = copy == null ? Optional.<Seen>empty() : changeable(viewer.id(), copy);
    there.ifPresent(
        seen -> texts.hold(seen.text().calendar())); // first, as whoever changes it does
    var it = store.locked(was.id()).map(held -> with(viewer, held, message)).orElseThrow();
    store.change(it);
    boolean anew = !it.times().equals(was.times());
    if (there.isPresent() || anew && it.state() == State.OPEN) {
      put(viewer, it, there);
    }
    boolean news = it.state() != was.state() || !Message.same(it.object(), was.object());
    if (news) {
      notices.tell(
          viewer, it, it.state() == State.OFF ? InvitedNotices.OFF : InvitedNotices.CHANGED);
    }
    return Optional.empty();
  }

  private static Invited with(Viewer viewer, Invited held, Message message) {
    boolean off = message.off() && !message.dates();
    var object = held.object();
    if (message.dates()) {
      object = message.over(object);
    } else if (!message.off()) {
      object = message.object();
    }
    var span = Message.span(object, viewer.zone());
    var times = Message.times(object);
    boolean anew = !times.equals(held.times());
    return new Invited(
        held.id(),
        held.person(),
        held.uid(),
        held.organizer(),
        held.organizerKey(),
        message.name().isEmpty() ? held.organizerName() : message.name(),
        held.senderKey(),
        held.attendee(),
        Math.max(held.sequence(), message.sequence()),
        message.stamp(),
        object.calendar().bytes(),
        times,
        span.since(),
        span.until(),
        anew ? Answer.NONE : held.answer(),
        anew ? "" : held.words(),
        held.answers(),
        held.changes(),
        held.copy(),
        off ? State.OFF : State.OPEN,
        held.cameAt());
  }

  /** Into their own calendar, in the place of what they hold; alarms of their own stay. */
  private void put(Viewer viewer, Invited it, Optional<Seen> there) {
    var text = it.held();
    var copy =
        house.callAs(
            viewer.id().value(),
            () -> {
              if (there.isEmpty()) {
                var name =
                    pages.formats(viewer.locale(), viewer.zone()).words("invitations.calendar");
                return events.add(viewer, diary.home(viewer, name), text);
              }
              var held = there.get().text().object().main();
              var mixed = text.events().stream().map(e -> beside(e, held, it)).toList();
              return diary.replace(viewer, there.get().text().id(), text.holding(mixed));
            });
    if (copy instanceof Outcome.Done<EventId>(var id)) {
      store.copy(it.id(), id); // a full calendar takes nothing: then it waits on its page
    }
  }

  private static Part beside(Part event, Part held, Invited it) {
    return it.state() == State.OFF ? event : event.holding(held.parts("VALARM"));
  }
}
