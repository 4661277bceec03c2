package org.diestra.office.invitations;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;
import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever was asked. It shows what was sent to them, never the event itself, and goes
 * on showing it after they were taken off.
 */
@Service
class Answers {
  static final Refusal OVER = Refusal.conflict("invitations.over");
  private static final int MOST_WAITING = 20;
  private static final int A_DAY = 50; // of one guest
  private final GuestStore guests;
  private final MeetingStore meetings;
  private final EventTexts texts;
  private final Roster roster;
  private final ApplicationEventPublisher events;
  private final InvitationNotices notices;
  private final Quota quota;
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Answers(
      GuestStore guests,
      MeetingStore meetings,
      EventTexts texts,
      Roster roster,
      ApplicationEventPublisher events,
      InvitationNotices notices,
      Quota quota,
      JdbcClient jdbc,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.guests = guests;
    this.meetings = meetings;
    this.texts = texts;
    this.roster = roster;
    this.events = events;
    this.notices = notices;
    this.quota = quota;
    this.jdbc = jdbc;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An invitation before whoever holds it.
   *
   * @param dates what they said to single dates
   * @param placed whether the calendar that it stands in is still there
   */
  record Mine(
      Guest guest,
      Meeting meeting,
      Issue issue,
      Map<String, Answer> dates,
      boolean placed,
      Instant now) {
    boolean off() {
      return !guest.there() || meeting.ended() || !placed;
    }

    boolean over() {
      var until = issue.text().until();
      return until != null && !until.isAfter(now);
    }

    boolean open() {
      return !off() && !over();
    }
  }

  /**
   * @throws NotFound if nothing such was sent to the caller
   */
  @Transactional(readOnly = true)
  public Mine of(Viewer viewer, GuestId id) {
    return house.call(() -> mine(guests.find(id).filter(g -> viewer.id().equals(g.person()))));
  }

  /** The same behind the secret of a letter. */
  @Transactional(readOnly = true)
  public Mine of(Token token) {
    return house.call(() -> mine(guests.byKey(token.hash())));
  }

  /** What the caller holds of an invitation in a calendar of their own. */
  @Transactional(readOnly = true)
  public Optional<Mine> of(Viewer viewer, EventId copy) {
    return house.call(() ->
        guests
            .byCopy(copy)
            .filter(g -> viewer.id().equals(g.person()) && g.told())
            .map(g -> mine(Optional.of(g))));
  }

  private Mine mine(Optional<Guest> found) {
    var guest = found.filter(Guest::told).orElseThrow(NotFound::new);
    var meeting = meetings.find(guest.meeting()).orElseThrow(NotFound::new);
    var issue = meetings.issue(meeting.id(), guest.issue()).orElseThrow(NotFound::new);
    var dates = guests.dates(meeting.id()).getOrDefault(guest.id(), Map.of());
    boolean placed = texts.place(meeting.calendar()).isPresent();
    return new Mine(guest, meeting, issue, dates, placed, clock.instant());
  }

  /**
   * Takes an answer.
   *
   * @param date which one of a series it is for, or empty for all of it
   * @param words to whoever asks; may be empty
   */
  @Transactional
  public Outcome<Mine> take(Viewer viewer, GuestId id, Answer answer, String date, String words) {
    of(viewer, id);
    return house.call(() -> taken(id, new Said(answer, date, words, clock.instant())));
  }

  @Transactional
  public Outcome<Mine> take(Token token, Answer answer, String date, String words) {
    var id = of(token).guest().id();
    return house.call(() -> taken(id, new Said(answer, date, words, clock.instant())));
  }

  /**
   * An answer.
   *
   * @param date which one of a series it is for, or empty for all of it
   * @param words may be empty
   * @param stamp when it was written
   */
  record Said(Answer answer, String date, String words, Instant stamp) {}

  /** With the house's rights, in its transaction. What comes too late changes nothing. */
  Outcome<Mine> taken(GuestId id, Said said) {
    var mine = held(id);
    var place = texts.place(mine.meeting().calendar());
    if (!mine.open() || place.isEmpty()) {
      return refused(OVER);
    }
    var guest = mine.guest();
    if (!quota.allows("answer:" + guest.id(), A_DAY, clock.instant())) {
      return refused(Refusal.limit("invitations.answer.often"));
    }
    boolean news;
    if (said.date().isEmpty()) {
      news = whole(mine, said);
    } else if (Told.takesPlace(mine.issue(), said.date(), place.get().zone())) {
      news = dated(guest, said);
    } else {
      return refused(Refusal.invalid("date", "invitations.date.wrong"));
    }
    if (news) {
      roster.write(mine.meeting(), true);
      notices.answered(mine.meeting(), place.get(), guest, mine.issue(), said);
      audit.record(
          Deed.of("invitations", "answer")
              .on("event", mine.meeting().object().value())
              .with("answer", said.answer().name()));
    }
    return done(mine(guests.find(id)));
  }

  /** There is one place for words, whichever date they came with. */
  private boolean dated(Guest guest, Said said) {
    boolean news = guests.answer(guest, said.date(), said.answer(), said.stamp(), clock.instant());
    if (said.words().isEmpty() || said.words().equals(guest.words()) || late(guest, said.stamp())) {
      return news;
    }
    guests.wrote(guest, said.words(), guest.proposes(), said.stamp());
    return true;
  }

  private boolean whole(Mine mine, Said said) {
    var guest = mine.guest();
    boolean same = guest.answer() == said.answer();
    var words = same && said.words().isEmpty() ? guest.words() : said.words();
    if (late(guest, said.stamp()) || same && guest.words().equals(words)) {
      return false;
    }
    guests.answer(guest, said.answer(), words, said.stamp(), clock.instant());
    if (guest.person() != null) {
      events.publishEvent(new CopyDue(guest.id().value()));
    }
    return true;
  }

  /** The calendar first, then the meeting, then the guest, as whoever sends does. */
  private Mine held(GuestId id) {
    var meeting = mine(guests.find(id)).meeting();
    texts.hold(meeting.calendar());
    meetings.locked(meeting.id());
    return mine(guests.locked(id));
  }

  private static boolean late(Guest guest, Instant stamp) {
    return guest.stamp() != null && stamp.isBefore(guest.stamp());
  }

  /**
   * What somebody writes besides, or another time that they would like better. With the house's
   * rights, in its transaction.
   */
  Outcome<Mine> wrote(GuestId id, String words, Guest.@Nullable Proposal proposal, Instant stamp) {
    var mine = held(id);
    var place = texts.place(mine.meeting().calendar());
    if (!mine.open() || place.isEmpty()) {
      return refused(OVER);
    }
    if (!quota.allows("answer:" + id, A_DAY, clock.instant())) {
      return refused(Refusal.limit("invitations.answer.often"));
    }
    boolean same = Objects.equals(proposal, mine.guest().proposes());
    if (!late(mine.guest(), stamp) && !(same && words.equals(mine.guest().words()))) {
      guests.wrote(mine.guest(), words, proposal, stamp);
      notices.wrote(mine.meeting(), place.get(), mine.guest(), mine.issue(), stamp, proposal);
    }
    return done(mine);
  }

  /** An invitation that waits for an answer. */
  record Waiting(GuestId guest, String organizer, Issue issue) {}

  /** What waits for the caller's answer and is not over, the first first; in one statement. */
  @Transactional(readOnly = true)
  public List<Waiting> waiting() {
    return jdbc.sql("select * from invitations.waiting(:now, :most)")
        .param("now", at(clock.instant()))
        .param("most", MOST_WAITING)
        .query((r, n) ->
            new Waiting(new GuestId(id(r, "guest")), text(r, "organizer"), MeetingStore.issue(r)))
        .list();
  }
}
