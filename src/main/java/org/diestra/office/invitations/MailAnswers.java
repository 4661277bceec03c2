package org.diestra.office.invitations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.invitations.Answers.Mine;
import org.diestra.office.invitations.Answers.Said;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Ics;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.diestra.platform.mail.Replies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers that calendar programs and people send by mail (RFC 6047). The address they come to is
 * one guest's own and signed by us, and they must come from the address that was asked; what says
 * it is somebody else's, or of another event, is refused while its server is on the line. Nothing
 * is ever written back.
 */
@Component
class MailAnswers implements Replies {
  private static final String NOBODY = "nobody is reached here";
  private static final String UNREADABLE = "this is no answer to the invitation";
  private static final int LARGEST = 200_000; // bytes
  private static final int MOST_DATES = 50;
  private final GuestStore guests;
  private final MeetingStore meetings;
  private final Answers answers;
  private final EventTexts texts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailAnswers(
      GuestStore guests,
      MeetingStore meetings,
      Answers answers,
      EventTexts texts,
      TransactionTemplate transaction,
      Clock clock) {
    this.guests = guests;
    this.meetings = meetings;
    this.answers = answers;
    this.texts = texts;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public boolean readsCalendars() {
    return true;
  }

  @Override
  public boolean knows(UUID id) {
    return Boolean.TRUE.equals(transaction.execute(tx -> guests.find(new GuestId(id)).isPresent()));
  }

  @Override
  public Optional<String> take(UUID id, Reply reply) {
    return Objects.requireNonNull(transaction.execute(tx -> taken(new GuestId(id), reply)));
  }

  private Optional<String> taken(GuestId id, Reply reply) {
    var guest = guests.find(id).filter(Guest::told);
    if (guest.isEmpty()) {
      return Optional.of(NOBODY);
    }
    var from = EmailAddress.read(reply.from()).map(EmailAddress::key);
    if (!from.equals(Optional.of(guest.get().addressKey()))) {
      return Optional.of("answer from the address that the invitation was sent to");
    }
    var calendar = reply.calendar();
    if (calendar == null) {
      return said(answers.wrote(id, cut(reply.text()), guest.get().proposes(), clock.instant()));
    }
    return switch (Ics.read(calendar.content(), LARGEST)) {
      case Outcome.Refused<Part> unreadable -> Optional.of(UNREADABLE);
      case Outcome.Done<Part>(var part) -> read(guest.get(), part);
    };
  }

  private static String cut(String text) {
    var plain = text.replace("\u0000", "").strip();
    return plain.length() <= Guest.LONGEST_WORDS
        ? plain
        : Excerpt.head(plain, Guest.LONGEST_WORDS - 1) + "…";
  }

  private static Optional<String> said(Outcome<Mine> outcome) {
    return outcome.fold(done -> Optional.empty(), why -> Optional.of(english(why)));
  }

  private static String english(Refusal why) {
    return why.equals(Answers.OVER) ? "this is over, or was called off" : "this was not taken";
  }

  private Optional<String> read(Guest guest, Part calendar) {
    var issue = meetings.issue(guest.meeting(), guest.issue());
    var meeting = meetings.find(guest.meeting());
    if (issue.isEmpty() || meeting.isEmpty()) {
      return Optional.of(NOBODY);
    }
    var method = calendar.text("METHOD").strip().toUpperCase(Locale.ROOT);
    var object = dated(calendar, issue.get()).filter(o -> o.uid().equals(meeting.get().uid()));
    if (object.isEmpty() || object.get().events().size() > MOST_DATES) {
      return Optional.of(UNREADABLE);
    }
    var zone = texts.place(meeting.get().calendar()).map(EventTexts.Place::zone);
    if (zone.isEmpty()) {
      return Optional.of(NOBODY);
    }
    return switch (method) {
      case "REPLY" -> reply(guest, issue.get(), object.get());
      case "COUNTER" -> counter(guest, issue.get(), object.get(), zone.get());
      default -> Optional.of(UNREADABLE);
    };
  }

  /** An answer need not say when the event is (RFC 5546, section 3.2.3). */
  private static Optional<CalendarObject> dated(Part calendar, Issue issue) {
    var start = issue.text().object().main().line("DTSTART");
    var all = new ArrayList<>(calendar.parts("VTIMEZONE"));
    for (var event : calendar.parts(CalendarObject.EVENT)) {
      var own = event.line("RECURRENCE-ID").or(() -> start).filter(l -> bare(event));
      var line = own.map(l -> new Line("DTSTART", l.params(), l.value()));
      all.add(line.map(l -> event.plus(List.of(l))).orElse(event));
    }
    return CalendarObject.of(calendar.holding(all)).fold(Optional::of, why -> Optional.empty());
  }

  private static boolean bare(Part event) {
    return event.line("DTSTART").isEmpty();
  }

  /** Refused is what is of no use at all: of several dates those count that can be taken. */
  private Optional<String> reply(Guest guest, Issue issue, CalendarObject object) {
    if (object.events().stream().anyMatch(event -> own(event, guest).isEmpty())) {
      return Optional.of("the answer is somebody else’s");
    }
    boolean taken = false;
    var first = Optional.<String>empty();
    for (int i = 0; i < object.events().size(); i++) {
      var event = object.events().get(i);
      var line = own(event, guest).orElseThrow();
      var answer = Answer.said(line.param("PARTSTAT").orElse(""));
      if (answer == Answer.NONE || stale(event, guest.sequence(issue))) {
        continue; // said to what has changed since, or nothing
      }
      var time = object.timings().get(i).time();
      var words = cut(event.text("COMMENT"));
      var said = new Said(answer, time == null ? "" : time.key(), words, stamp(event));
      var refused = said(answers.taken(guest.id(), said));
      first = first.isPresent() ? first : refused;
      taken |= refused.isEmpty();
    }
    return taken ? Optional.empty() : first;
  }

  private static Optional<Line> own(Part event, Guest guest) {
    return event.lines("ATTENDEE").stream()
        .filter(line -> Roster.key(line).equals(Optional.of(guest.addressKey())))
        .findFirst();
  }

  /** RFC 5546, section 2.1.5. */
  private static boolean stale(Part event, int sequence) {
    var number = event.text("SEQUENCE").strip();
    return number.matches("\\d{1,8}") && Integer.parseInt(number) < sequence;
  }

  /** As its program says, but not later than now. */
  private Instant stamp(Part event) {
    var now = clock.instant();
    return When.of(event.text("DTSTAMP").strip())
        .map(when -> when.at(ZoneOffset.UTC))
        .filter(at -> at.isBefore(now))
        .orElse(now);
  }

  /** Another time; whoever asks decides. */
  private Optional<String> counter(Guest guest, Issue issue, CalendarObject object, ZoneId zone) {
    var event = object.main();
    if (stale(event, guest.sequence(issue))) {
      return Optional.empty();
    }
    Timing timing = object.timing();
    var start = timing.start();
    var proposal = new Guest.Proposal(start.at(zone), timing.end(start, zone));
    var words = cut(event.text("COMMENT"));
    return said(answers.wrote(guest.id(), words, proposal, stamp(event)));
  }
}
