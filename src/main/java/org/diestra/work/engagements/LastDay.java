package org.diestra.work.engagements;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Deadline;
import org.diestra.platform.base.NotFound;
import org.diestra.work.engagements.Engagement.Facts;
import org.springframework.stereotype.Component;

/** Last days end with the day in the later of both sides' zones. */
@Component
class LastDay {
  private static final int LONGEST = 366; // days ahead
  private final Accounts accounts;
  private final Organisations organisations;
  private final Clock clock;

  LastDay(Accounts accounts, Organisations organisations, Clock clock) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The first day that keeps the notice; its days are whole, so today does not count. */
  LocalDate earliest(Facts facts) {
    return today(facts).plusDays(facts.noticeDays());
  }

  LocalDate latest(Facts facts) {
    return today(facts).plusDays(LONGEST);
  }

  private LocalDate today(Facts facts) {
    return LocalDate.ofInstant(clock.instant(), client(facts));
  }

  /** The last second of that day. */
  Instant endOf(LocalDate day, Facts facts) {
    return Deadline.of(day, List.of(client(facts), assistant(facts)));
  }

  /** The zone in which that moment is the end of a day. */
  ZoneId zone(Facts facts, Instant endsAt) {
    return Deadline.zone(endsAt, List.of(client(facts), assistant(facts)));
  }

  private ZoneId client(Facts facts) {
    return organisations.get(facts.organisation()).zone();
  }

  private ZoneId assistant(Facts facts) {
    return accounts.contact(facts.assistant()).orElseThrow(NotFound::new).zone();
  }
}
