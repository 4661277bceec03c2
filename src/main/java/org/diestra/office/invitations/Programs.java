package org.diestra.office.invitations;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.invitations.Meetings.Wanted;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What a program wrote into an event is asked, sent and answered without a word more (RFC 6638,
 * section 3.2). Keeping the event never fails for it: what can't be sent now waits on its page.
 */
@Component
class Programs {
  private static final Logger LOG = LoggerFactory.getLogger(Programs.class);
  private static final int MOST_DATES = 50;
  private static final Set<String> NOT_OURS = Set.of("CLIENT", "NONE"); // section 7.1
  private final Meetings meetings;
  private final MeetingStore store;
  private final GuestStore guests;
  private final Askers askers;
  private final EventTexts texts;
  private final HouseRights house;
  private final ApplicationEventPublisher events;

  Programs(
      Meetings meetings,
      MeetingStore store,
      GuestStore guests,
      Askers askers,
      EventTexts texts,
      HouseRights house,
      ApplicationEventPublisher events) {
    this.meetings = meetings;
    this.store = store;
    this.guests = guests;
    this.askers = askers;
    this.texts = texts;
    this.house = house;
    this.events = events;
  }

  /** In the transaction of the change, which holds the calendar, with the caller's own rights. */
  void organized(Viewer by, EventId id, CalendarObject now) {
    var organizer = now.main().line("ORGANIZER");
    if (organizer.isEmpty()) {
      lastTakenOut(by, id, now);
      return;
    }
    if (ours(organizer.get()) == null) {
      return;
    }
    var text = texts.get(id).text();
    if (!asksHere(by, text, organizer.get())) {
      return; // somebody else's, which stands here as a note of it
    }
    var wanted = wanted(now, organizer.get());
    if (wanted.size() > Guest.MOST) {
      LOG.debug("more than {} people stand in an event", Guest.MOST);
      return; // whoever stands further down was not taken out
    }
    meetings
        .put(by, id, wanted.values())
        .ifPresent(why -> LOG.debug("somebody was not asked: {}", why.key()));
    meetings.sendAll(by, id);
    meetings.mirror(id);
  }

  /** With the last person programs take out whoever asks, too (section 3.2.1.2). */
  private void lastTakenOut(Viewer by, EventId id, CalendarObject now) {
    boolean nobody = now.events().stream().noneMatch(e -> e.line("ATTENDEE").isPresent());
    if (nobody && house.call(() -> store.of(id)).isPresent()) {
      meetings.put(by, id, List.of());
    }
  }

  private static @Nullable Line ours(Line line) {
    return NOT_OURS.contains(line.param("SCHEDULE-AGENT").orElse("SERVER").toUpperCase(Locale.ROOT))
        ? null
        : line;
  }

  private boolean asksHere(Viewer by, Text text, Line organizer) {
    var meeting = house.call(() -> store.of(text.id())).orElse(null);
    return askers.known(by, text, meeting).contains(Roster.key(organizer).orElse(""));
  }

  /**
   * Whom the text names, by address, without whoever asks; not those who stand at single dates
   * alone, who are asked to nothing else (RFC 5546, section 3.2.2.1). One too many at most.
   */
  private static Map<String, Wanted> wanted(CalendarObject now, Line organizer) {
    var all = new LinkedHashMap<String, Wanted>();
    for (var line : now.main().lines("ATTENDEE")) {
      var key = Roster.key(line);
      if (key.isEmpty() || ours(line) == null || key.equals(Roster.key(organizer))) {
        continue;
      }
      var name = line.param("CN").orElse("").replaceAll("\\p{Cntrl}+", " ").strip();
      boolean optional = line.param("ROLE").filter("OPT-PARTICIPANT"::equalsIgnoreCase).isPresent();
      all.putIfAbsent(
          key.get(),
          new Wanted(
              new EmailAddress(line.mailbox()), Excerpt.head(name, Guest.LONGEST_NAME), optional));
      if (all.size() > Guest.MOST) {
        return all;
      }
    }
    return all;
  }

  /** A member's program says what they answer; it is taken once the change is kept. */
  void answered(Guest guest, CalendarObject now) {
    var said = new HashMap<>(guests.dates(guest.meeting()).getOrDefault(guest.id(), Map.of()));
    said.put("", guest.answer());
    for (int i = 0; i < now.events().size(); i++) {
      var time = now.timings().get(i).time();
      var date = time == null ? "" : time.key();
      var answer =
          now.events().get(i).lines("ATTENDEE").stream()
              .filter(l -> Roster.key(l).equals(Optional.of(guest.addressKey())))
              .map(l -> Answer.said(l.param("PARTSTAT").orElse("")))
              .findFirst()
              .orElse(Answer.NONE);
      var before = said.getOrDefault(date, guest.answer());
      if (answer != Answer.NONE && answer != before && i < MOST_DATES) {
        events.publishEvent(new CopyAnswered(guest.id().value(), date, answer.name()));
      }
    }
  }
}
