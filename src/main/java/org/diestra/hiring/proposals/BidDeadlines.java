package org.diestra.hiring.proposals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Deadline;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;

/** Sets the clock for a bid, at each of its moves. */
@Component
class BidDeadlines {
  static final String STALE = "proposals:stale";
  static final String DECISION = "proposals:decision";

  private final Timers timers;
  private final Organisations organisations;
  private final Accounts accounts;
  private final BidRules rules;

  BidDeadlines(Timers timers, Organisations organisations, Accounts accounts, BidRules rules) {
    this.timers = timers;
    this.organisations = organisations;
    this.accounts = accounts;
    this.rules = rules;
  }

  /** A bid that comes before the client starts the client's time to decide. */
  Bid arrived(Bid bid) {
    return bid.stage() instanceof Stage.Decidable && !bid.known()
        ? bid.due(Deadline.after(bid.stage().since(), rules.decision().toDays(), zones(bid)))
        : bid;
  }

  private List<ZoneId> zones(Bid bid) {
    var zones = new ArrayList<ZoneId>();
    zones.add(organisations.get(bid.organisation()).zone());
    accounts.contact(bid.person()).ifPresent(author -> zones.add(author.zone()));
    return zones;
  }

  /** Until when an author has to confirm a bid on a job that changes now. */
  Instant confirmBy(Instant now) {
    return now.plus(rules.reconfirm());
  }

  /** Until when a client has to decide, at least, about a bid that comes back to it now. */
  Instant leastToDecide(Instant now) {
    return now.plus(rules.reconfirm());
  }

  void follow(Bid was, Bid next) {
    var key = next.id().toString();
    if (was.stage() instanceof Stage.Stale) {
      timers.cancel(STALE, key);
    }
    if (next.stage() instanceof Stage.Stale(Instant since, Instant until, Stage.Standing before)) {
      timers.at(until, STALE, key);
    }
    if (!Objects.equals(was.decideBy(), next.decideBy())) {
      timers.cancel(DECISION, key);
      var decideBy = next.decideBy();
      if (decideBy != null) {
        timers.at(decideBy, DECISION, key);
      }
    }
  }
}
