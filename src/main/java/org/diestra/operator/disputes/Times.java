package org.diestra.operator.disputes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diestra.operator.disputes.Dispute.Facts;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Deadline;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;

/**
 * How long everybody has. Days end with their last second in the later of both sides' zones, so
 * that a change of the clocks takes nothing away.
 */
@Component
class Times {
  static final String DUE = "disputes:due";
  static final String NOTICE = "disputes:notice";
  static final int NOTICES = 3;

  /** Whoever's time ended longer ago than a timer is ever late could not reach the house. */
  static final Duration CLOSED = Duration.ofHours(1);

  /** So long after the last notice nobody's silence counts. */
  static final Duration HEARD = Duration.ofHours(20);

  private static final Duration SECOND = Duration.ofDays(3); // notice, after the opening
  private static final Duration THIRD = Duration.ofDays(6);
  private static final int RESPOND = 7;
  private static final int NEGOTIATE = 7;
  private static final int PROPOSE = 10;
  private static final int ACCEPT = 5;
  private static final int DECIDE = 14;
  private static final int APPEAL = 7;
  private static final int LATE = 60;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Timers timers;
  private final Clock clock;

  Times(Accounts accounts, Organisations organisations, Timers timers, Clock clock) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.timers = timers;
    this.clock = clock;
  }

  private Instant after(Instant from, int days, Place place) {
    ZoneId client = organisations.get(place.client()).zone();
    var assistant = accounts.contact(place.assistant()).orElseThrow(NotFound::new).zone();
    return Deadline.after(from, days, List.of(client, assistant));
  }

  Instant respond(Place place) {
    return after(clock.instant(), RESPOND, place);
  }

  /** From now to the end of tomorrow. */
  Instant aDayMore(Place place) {
    return after(clock.instant(), 1, place);
  }

  Instant negotiate(Place place) {
    return after(clock.instant(), NEGOTIATE, place);
  }

  Instant propose(Place place) {
    return after(clock.instant(), PROPOSE, place);
  }

  Instant accept(Place place) {
    return after(clock.instant(), ACCEPT, place);
  }

  Instant decide(Place place) {
    return after(clock.instant(), DECIDE, place);
  }

  Instant appeal(Place place) {
    return after(clock.instant(), APPEAL, place);
  }

  /** When the house has taken too long; never before an operator's own time is over. */
  Instant late(Dispute.Open it) {
    var facts = it.facts();
    var all = after(facts.openedAt(), LATE, facts.place());
    return all.isAfter(it.dueAt()) ? all : it.dueAt();
  }

  /** The other side is told again after three and six days. */
  void notices(Facts facts) {
    var key = facts.id().toString();
    timers.at(facts.openedAt().plus(SECOND), NOTICE, key);
    timers.at(facts.openedAt().plus(THIRD), NOTICE, key);
  }

  /** The how-manyth notice it is that was to go out then: 2 or 3. */
  static int number(Facts facts, Instant due) {
    return due.isBefore(facts.openedAt().plus(THIRD)) ? 2 : NOTICES;
  }

  /** Only the time of where it stands now counts. */
  void set(Dispute it) {
    var key = it.facts().id().toString();
    timers.cancel(DUE, key);
    if (it instanceof Dispute.Open open) {
      timers.at(open.dueAt(), DUE, key);
    }
    if (!(it instanceof Dispute.Opened)) {
      timers.cancel(NOTICE, key);
    }
  }

  void again(Dispute.Open it, Instant at) {
    timers.at(at, DUE, it.facts().id().toString());
  }
}
