package org.diestra.office.invitations;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.invitations.Letters.Tongue;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sends what an event says to those who are asked and do not hold it yet. Within a transaction that
 * holds the meeting, with the house's rights: who may send was asked before.
 */
@Component
class Sending {
  static final Refusal CHANGED = Refusal.conflict("invitations.changed");
  private final MeetingStore meetings;
  private final GuestStore guests;
  private final Askers askers;
  private final Letters letters;
  private final ApplicationEventPublisher events;
  private final InvitationNotices notices;
  private final Quota quota;
  private final Strangers strangers;
  private final Audit audit;
  private final Clock clock;

  Sending(
      MeetingStore meetings,
      GuestStore guests,
      Askers askers,
      Letters letters,
      ApplicationEventPublisher events,
      InvitationNotices notices,
      Quota quota,
      Strangers strangers,
      Audit audit,
      Clock clock) {
    this.meetings = meetings;
    this.guests = guests;
    this.askers = askers;
    this.letters = letters;
    this.events = events;
    this.notices = notices;
    this.quota = quota;
    this.strangers = strangers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who would get what now.
   *
   * @param seal the same as long as both are
   */
  record Due(List<Guest> to, Issue.Text text, String seal) {}

  /**
   * Those who are asked and hold something else than that, or nothing yet; not those who were asked
   * as somebody who works there and do no more. Of what is over only those hear who hold it as
   * something to come.
   */
  Outcome<Due> due(Viewer viewer, Meeting meeting, List<Guest> all, Text event) {
    return switch (Issue.Text.of(event.object(), event.zone())) {
      case Outcome.Refused<Issue.Text>(var why) -> refused(why);
      case Outcome.Done<Issue.Text>(var text) -> {
        var last = meetings.issue(meeting.id(), meeting.number());
        boolean same = last.filter(i -> i.text().digest().equals(text.digest())).isPresent();
        boolean over = over(text);
        boolean ahead = last.filter(i -> !over(i.text())).isPresent();
        var inside = strangers.inside(viewer, event);
        var to =
            all.stream()
                .filter(Guest::there)
                .filter(g -> g.person() == null || inside.contains(g.person()))
                .filter(g -> !same || g.issue() != meeting.number())
                .filter(g -> !over || g.told() && ahead)
                .toList();
        var names = to.stream().map(g -> g.id().toString()).sorted();
        yield done(
            new Due(to, text, Hash.of(text.digest() + names.collect(Collectors.joining(" ")))));
      }
    };
  }

  private boolean over(Issue.Text text) {
    var until = text.until();
    return until != null && !until.isAfter(clock.instant());
  }

  /**
   * @return to how many it was sent
   */
  Outcome<Integer> send(Viewer viewer, Meeting meeting, Text event, Due due) {
    var now = clock.instant();
    if (due.to().isEmpty()) {
      meetings.settled(meeting.id());
      return done(0);
    }
    if (due.to().stream().anyMatch(g -> g.person() == null) && !strangers.allowed(viewer, event)) {
      return refused(Strangers.REFUSED);
    }
    if (meeting.number() >= Meeting.MOST_ISSUES) {
      return refused(Refusal.limit("invitations.often", Meeting.MOST_ISSUES));
    }
    var addresses = due.to().stream().map(Guest::addressKey).toList();
    var full = quota.take(event.workspace(), viewer.id(), meeting.id(), addresses, now);
    if (full.isPresent()) {
      return refused(full.get());
    }
    var last = meetings.issue(meeting.id(), meeting.number()).orElse(null);
    var issue = issue(viewer, meeting, event, due, last);
    var anew = told(meeting, due.to(), issue, last);
    hand(viewer, meeting, event, due.to(), issue, anew);
    meetings.settled(meeting.id());
    audit.record(
        Deed.of("invitations", "send")
            .on("event", event.id().value())
            .by(viewer.id().value())
            .with("people", String.valueOf(due.to().size())));
    return done(due.to().size());
  }

  /** Afterwards, since nobody holds two calendars at once. */
  private void copy(Guest guest) {
    if (guest.person() != null) {
      events.publishEvent(new CopyDue(guest.id().value()));
    }
  }

  /** The last one, where it says the same. */
  private Issue issue(Viewer viewer, Meeting meeting, Text event, Due due, @Nullable Issue last) {
    if (last != null && last.text().digest().equals(due.text().digest())) {
      return last;
    }
    int own = Issue.sequence(event.object());
    int sequence = last == null ? own : Math.max(own, last.sequence() + 1);
    var fresh =
        new Issue(
            meeting.id(), meeting.number() + 1, sequence, due.text(), viewer.id(), clock.instant());
    meetings.add(fresh);
    return fresh;
  }

  /**
   * They hold that one now, and what they said to another time is no answer to it.
   *
   * @return whose answer that was
   */
  private Set<GuestId> told(Meeting meeting, List<Guest> to, Issue issue, @Nullable Issue last) {
    var anew = new HashSet<GuestId>();
    var byHeld = to.stream().collect(Collectors.groupingBy(Guest::issue));
    byHeld.forEach((number, some) -> {
      var before = meetings.issue(meeting.id(), number).orElse(last);
      boolean other = before != null && !before.text().times().equals(issue.text().times());
      var moved = before == null ? Set.<String>of() : issue.text().moved(before.text());
      guests.told(some, issue.number(), other, moved);
      if (other) {
        some.forEach(guest -> anew.add(guest.id()));
      }
    });
    return anew;
  }

  private void hand(
      Viewer viewer, Meeting meeting, Text event, List<Guest> to, Issue issue, Set<GuestId> anew) {
    var same = askers.of(meeting, viewer.id());
    var tongue = new Tongue(viewer.locale(), event.zone());
    letters.send(
        to.stream()
            .filter(g -> g.person() == null)
            .map(
                g -> letters.asked(anew.contains(g.id()) ? g.anew() : g, issue, same.to(g), tongue))
            .toList());
    to.forEach(this::copy);
    notices.asked(to, issue, meeting);
  }

  /**
   * What they hold of it is off: for some, or for all. Needs no room, since each was asked once.
   */
  void cancel(Viewer viewer, Meeting meeting, Collection<Guest> some, EventTexts.Place place) {
    var same = askers.of(meeting, viewer.id());
    var tongue = new Tongue(viewer.locale(), place.zone());
    var issues =
        some.stream()
            .map(Guest::issue)
            .distinct()
            .flatMap(number -> meetings.issue(meeting.id(), number).stream())
            .filter(i -> !over(i.text()))
            .collect(Collectors.toMap(Issue::number, i -> i));
    issues.forEach((number, issue) -> {
      var held = some.stream().filter(g -> g.issue() == number).toList();
      letters.send(
          held.stream()
              .filter(g -> g.person() == null)
              .map(g -> letters.off(g, issue, same.to(g), tongue))
              .toList());
      held.forEach(this::copy);
      notices.off(held, issue, meeting);
    });
  }
}
