package org.diestra.money.payouts;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diestra.money.payouts.Outlet.Standing;
import org.diestra.money.payouts.Payout.Paid;
import org.diestra.money.payouts.Payout.Returned;
import org.diestra.money.payouts.Payout.Sent;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What became of a payout, by the word of a rail, of an operator who has read the bank's statement,
 * or of whatever reads statements one day. However often it is said, it is settled once; a rail
 * that says nothing is asked again, later and later.
 */
@Service
class Settlements {
  static final String LOOK = "payouts:look";
  private static final Duration SILENT = Duration.ofDays(2); // when a timer has given up
  private static final Duration FIRST = Duration.ofMinutes(2);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int SWEPT = 500;
  private final PayoutStore store;
  private final PayoutEntries entries;
  private final WeeklyStore weekly;
  private final Outlets outlets;
  private final PayoutNotices notices;
  private final PayoutLock lock;
  private final Timers timers;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  Settlements(
      PayoutStore store,
      PayoutEntries entries,
      WeeklyStore weekly,
      Outlets outlets,
      PayoutNotices notices,
      PayoutLock lock,
      Timers timers,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.entries = entries;
    this.weekly = weekly;
    this.outlets = outlets;
    this.notices = notices;
    this.lock = lock;
    this.timers = timers;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An operator found it in the bank's statement.
   *
   * @param reference the bank's own, 1–140 characters
   */
  @Transactional
  public Outcome<Payout> paid(Viewer operator, UUID id, String reference) {
    return house.call(() -> settled(operator, id, new Standing.Paid(reference)));
  }

  /**
   * The same for one that came back, perhaps after it had been paid.
   *
   * @param why a word that has a message
   */
  @Transactional
  public Outcome<Payout> returned(Viewer operator, UUID id, String why) {
    return house.call(() -> settled(operator, id, new Standing.Returned(why)));
  }

  private Outcome<Payout> settled(Viewer operator, UUID id, Standing standing) {
    var found = store.find(id).orElseThrow(NotFound::new);
    if (found.facts().person().equals(operator.id())) {
      return refused(Refusal.conflict("payouts.conflict.own"));
    }
    if (outlets.of(found.facts().book()).isPresent()) {
      return refused(Refusal.conflict("payouts.conflict.rail-says"));
    }
    return settle(id, standing, operator.id());
  }

  /**
   * Hands it to its rail, if that has not got it, asks what became of it, and keeps the rail's
   * word. Where the rail takes files nobody can be asked.
   */
  void look(UUID id) {
    var payout = house.call(() -> store.find(id)).orElseThrow(NotFound::new);
    var outlet = outlets.of(payout.facts().book()).orElse(null);
    if (payout instanceof Sent sent && outlet != null) {
      var facts = sent.facts();
      outlet.send(id, facts.person(), facts.amount()); // outside of any transaction of ours
      keep(id, outlet.standing(id));
    } else if (payout instanceof Paid && outlet != null) {
      keep(id, outlet.standing(id)); // it may have come back since
    }
  }

  private void keep(UUID id, Standing standing) {
    transactions.executeWithoutResult(t -> house.call(() -> settle(id, standing, null)));
  }

  /** Asks for all that a rail has had for a while without a word, whatever timers did. */
  void sweep() {
    house.call(() -> store.silent(clock.instant().minus(SILENT), SWEPT)).stream()
        .filter(id -> timers.set(LOOK, Ids.text(id)).isEmpty())
        .forEach(id -> timers.at(clock.instant(), LOOK, Ids.text(id)));
  }

  private Outcome<Payout> settle(UUID id, Standing standing, @Nullable PersonId by) {
    lock.of(store.find(id).orElseThrow().facts().person());
    var found = store.find(id).orElseThrow();
    var now = clock.instant();
    return switch (standing) {
      case Standing.Unknown() -> {
        if (found instanceof Sent sent) {
          timers.at(next(sent.facts().since(), now), LOOK, Ids.text(id));
        }
        yield done(found);
      }
      case Standing.Paid(var reference) ->
          switch (found) {
            case Sent sent -> done(paid(sent.pay(reference, now), by));
            case Paid again -> done(again);
            default -> refused(Refusal.conflict("payouts.conflict.moved"));
          };
      case Standing.Returned(var why) ->
          switch (found) {
            case Sent sent -> done(returned(sent.comeBack(why, now), false, by));
            case Paid late -> done(returned(late.comeBack(why, now), true, by));
            case Returned again -> done(again);
            default -> refused(Refusal.conflict("payouts.conflict.moved"));
          };
    };
  }

  private Payout paid(Paid paid, @Nullable PersonId by) {
    store.move(paid, by);
    entries.paid(paid.facts(), paid.reference(), paid.facts().since());
    told(paid, "SENT", by);
    return paid;
  }

  /** The standing order ends: it would only send it to the same account again. */
  private Payout returned(Returned returned, boolean paid, @Nullable PersonId by) {
    store.move(returned, by);
    entries.returned(returned.facts(), paid, returned.why(), returned.facts().since());
    weekly.end(returned.facts().person());
    told(returned, paid ? "PAID" : "SENT", by);
    return returned;
  }

  private void told(Payout after, String before, @Nullable PersonId by) {
    timers.cancel(LOOK, Ids.text(after.facts().id()));
    audit.record(
        Payouts.deed("settle", after)
            .by(by == null ? null : by.value())
            .moved(before, after.state().name()));
    notices.moved(after);
  }

  /** A third of the time that has passed, two minutes at least and a day at most. */
  static Instant next(Instant since, Instant now) {
    var third = Duration.between(since, now).dividedBy(3);
    var pause = third.compareTo(FIRST) < 0 ? FIRST : third;
    return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }
}
