package org.diestra.office.invited;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.diestra.platform.icalendar.CalendarObject;
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
  private static final int CHANGES_A_DAY = 100; // of all of them
  private static final int MAILED_A_DAY = 15; // of those, at once: mail to one address is bounded
  private static final Duration REMEMBERED = Duration.ofDays(400);
  private static final String TAKEN_ILL = "this was not taken";
  private final InvitedStore store;
  private final BoxStore boxes;
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
      BoxStore boxes,
      InvitedNotices notices,
      EventTexts texts,
      Events events,
      Diary diary,
      ReplyAddresses addresses,
      Pages pages,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.boxes = boxes;
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
    var held = there.get();
    boolean same = held.organizerKey().equals(message.organizer().key());
    return same && (from.equals(held.senderKey()) || speaks(viewer, held.object(), from))
        ? again(viewer, held, message)
        : Optional.of("only whoever asked changes it or calls it off");
  }

  /** Of what they hold: whoever asks, who sends for them, and the person who passes it on. */
  private static boolean speaks(Viewer viewer, CalendarObject held, String from) {
    var own = EmailAddress.read(viewer.email()).map(EmailAddress::key);
    return own.equals(Optional.of(from)) || Message.speakers(held).contains(from);
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
    var adopted =
        standing
            .flatMap(id -> changeable(viewer.id(), id))
            .filter(seen -> names(seen, message))
            .filter(seen -> speaks(viewer, seen.text().object(), from));
    if (standing.isPresent() && adopted.isEmpty()) {
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
    notices.tell(viewer, it, InvitedNotices.ASKED, false);
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
  private static boolean older(Invited was, Message message) {
    boolean late = !message.stamp().isAfter(was.stamp());
    return message.dates() // each date counts by itself
        ? late && message.sequence() <= was.sequence()
        : message.sequence() < was.sequence() || late && message.sequence() == was.sequence();
  }

  private Optional<Seen> copy(Viewer viewer, Invited it) {
    var copy = it.copy();
    return copy == null ? Optional.empty() : changeable(viewer.id(), copy);
  }

  /**
   * @param known as it was when this came; the person may be at it right now
   */
  private Optional<String> again(Viewer viewer, Invited known, Message message) {
    // first, as whoever changes it does
    copy(viewer, known).ifPresent(seen -> texts.hold(seen.text().calendar()));
    var was = store.locked(known.id()).orElseThrow();
    if (was.state() == State.UNWANTED || older(was, message)) {
      return Optional.empty();
    }
    int today = boxes.changed(viewer.id(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (was.changes() >= Invited.MOST_CHANGES || today > CHANGES_A_DAY) {
      return Optional.of("this was changed too often");
    }
    var object = said(was, message);
    if (object.isEmpty()) {
      return Optional.of("this has too many dates");
    }
    var it = with(viewer, was, message, object.get());
    store.change(it);
    var there = copy(viewer, was);
    boolean anew = !it.times().equals(was.times());
    if (there.isPresent() || anew && it.state() == State.OPEN) {
      put(viewer, it, there);
    }
    boolean off = it.state() == State.OFF;
    boolean news = it.state() != was.state() || !off && !Message.same(it.object(), was.object());
    if (news) {
      notices.tell(
          viewer, it, off ? InvitedNotices.OFF : InvitedNotices.CHANGED, today > MAILED_A_DAY);
    }
    return Optional.empty();
  }

  /** What they hold from now on; empty where that is too much. */
  private static Optional<CalendarObject> said(Invited held, Message message) {
    if (message.dates()) {
      return message.over(held.object());
    }
    return Optional.of(message.off() ? held.object() : message.object());
  }

  private static Invited with(Viewer viewer, Invited held, Message message, CalendarObject object) {
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
        state(held, message, object),
        held.cameAt());
  }

  /** What is said of a date says nothing of the rest, where they were asked to that. */
  private static State state(Invited held, Message message, CalendarObject object) {
    if (!message.dates()) {
      return message.off() ? State.OFF : State.OPEN;
    }
    if (object.timing().time() == null) {
      return held.state();
    }
    return object.events().stream().allMatch(Message::calledOff) ? State.OFF : State.OPEN;
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
