package org.diestra.money.payments;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diestra.money.payments.Bills.Wanted;
import org.diestra.money.payments.Destination.Source;
import org.diestra.money.payments.PayIn.Facts;
import org.diestra.money.payments.PayIn.Open;
import org.diestra.money.payments.PayIn.Sent;
import org.diestra.money.payments.Rail.Standing;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The door to payments of clients. A rail that does not answer is asked again, later and later,
 * until it does; only its word makes a payment paid or failed.
 */
@Service
class PayIns {
  static final String LOOK = "payments:look";
  static final String LEAVE = "payments:leave";
  private static final String PROMISE = "promise";
  private static final Refusal MOVED = Refusal.conflict("payments.conflict.moved");
  private static final Duration SILENT = Duration.ofDays(2); // when a timer has given up
  private static final int SWEPT = 500;
  private final PayInStore store;
  private final Bills bills;
  private final Rails rails;
  private final Funding funding;
  private final MoneyLock lock;
  private final PaymentNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  PayIns(
      PayInStore store,
      Bills bills,
      Rails rails,
      Funding funding,
      MoneyLock lock,
      PaymentNotices notices,
      Timers timers,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.bills = bills;
    this.rails = rails;
    this.funding = funding;
    this.lock = lock;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins a payment for what is missing, or gives the one that is on its way. What the client has
   * with the house pays it at once where that is enough; where money does not pass through the
   * house, so does the promise to pay.
   */
  @Transactional
  public Outcome<PayIn> open(Viewer viewer, Subject subject) {
    var plan = bills.wanted(viewer, subject).plan();
    var rail = rails.named(plan.rail()).orElse(null);
    if (rail == null) {
      return refused(Refusal.conflict("payments.conflict.no-rail"));
    }
    return house.call(() -> {
      funding.lock(plan, subject);
      var wanted = bills.wanted(subject);
      if (!wanted.price().isPositive()) {
        return refused(MOVED);
      }
      var live = store.live(subject).orElse(null);
      if (live instanceof Open old && (!asks(old, wanted) || wanted.coveredByCredit())) {
        leave(old); // it is another price or fee by now, or credit that came meanwhile pays it
      } else if (live != null) {
        return done(live);
      }
      return done(begin(viewer, wanted, rail));
    });
  }

  private static boolean asks(Open open, Wanted wanted) {
    var facts = open.facts();
    return facts.price().equals(wanted.price()) && facts.fee().equals(wanted.fee());
  }

  private PayIn begin(Viewer viewer, Wanted wanted, Rail rail) {
    var now = clock.instant();
    var open = new Open(facts(viewer, wanted, now));
    store.add(open);
    audit.record(deed("open", open.facts(), wanted.plan()).by(viewer.id().value()));
    if (wanted.plan().promised()) {
      return paid(wanted, open.pay(PROMISE, now), Source.RAIL); // with the client's word
    }
    if (!wanted.coveredByCredit()) {
      timers.at(now.plus(rail.patience()), LEAVE, Ids.text(open.facts().id()));
      rail.begun(open.facts().id());
      return open;
    }
    return paid(wanted, open.credit(now), Source.CREDIT);
  }

  private PayIn paid(Wanted wanted, PayIn.Paid paid, Source source) {
    store.move(paid);
    funding.hold(wanted.plan(), paid, source);
    notices.changed(wanted.plan());
    return paid;
  }

  private static Facts facts(Viewer viewer, Wanted wanted, Instant now) {
    var plan = wanted.plan();
    return new Facts(
        Ids.fresh(),
        wanted.subject(),
        viewer.id(),
        plan.rail(),
        wanted.price(),
        wanted.fee(),
        1,
        now);
  }

  /**
   * @throws NotFound if this person does not pay for its contract
   */
  @Transactional(readOnly = true)
  public PayIn get(Viewer viewer, UUID id) {
    var payIn = house.call(() -> store.find(id)).orElseThrow(NotFound::new);
    bills.wanted(viewer, payIn.facts().subject());
    return payIn;
  }

  /**
   * The client has told the rail to pay: from now on it is the rail's to say. Refused where its
   * task wants another amount by now.
   */
  @Transactional
  public Outcome<PayIn> send(Viewer viewer, UUID id) {
    var facts = get(viewer, id).facts();
    return house.call(() -> {
      var plan = funding.plan(facts);
      funding.lock(plan, facts.subject());
      var now = clock.instant();
      if (!(store.locked(id).orElseThrow() instanceof Open open)) {
        return refused(MOVED);
      }
      if (!asks(open, bills.wanted(facts.subject()))) {
        leave(open);
        return refused(MOVED);
      }
      var sent = open.send(now);
      store.move(sent);
      timers.cancel(LEAVE, Ids.text(id));
      if (answers(sent)) {
        timers.at(Patience.next(now, now), LOOK, Ids.text(id));
      }
      notices.changed(plan);
      return done(sent);
    });
  }

  /** The client does not pay after all. */
  @Transactional
  public Outcome<PayIn> leave(Viewer viewer, UUID id) {
    get(viewer, id);
    return house.call(() -> left(id));
  }

  /**
   * Nobody went on with it for as long as its rail waits ({@link Rail#patience}). Asking twice
   * changes nothing.
   */
  @Transactional
  public void forget(UUID id) {
    house.call(() -> left(id));
  }

  private Outcome<PayIn> left(UUID id) {
    var facts = store.find(id).orElseThrow(NotFound::new).facts();
    lock.of(funding.plan(facts));
    return switch (store.locked(id).orElseThrow()) {
      case Open open -> done(leave(open));
      case Sent sent when !answers(sent) -> done(left(sent.leave(clock.instant())));
      default -> refused(MOVED);
    };
  }

  private PayIn leave(Open open) {
    return left(open.leave(clock.instant()));
  }

  private PayIn left(PayIn.Failed left) {
    store.move(left);
    timers.cancel(LEAVE, Ids.text(left.facts().id()));
    notices.changed(funding.plan(left.facts()));
    return left;
  }

  /** Also where the rail is gone: it may come back. */
  private boolean answers(Sent sent) {
    return rails.named(sent.facts().rail()).map(Rail::answers).orElse(true);
  }

  /**
   * Asks the rail what became of a payment, and keeps its word. For a rail that calls, for the
   * sweeper and for anybody else: however often, at once or late, a payment is settled once.
   */
  void look(UUID id) {
    var known = house.call(() -> store.find(id)).orElseThrow(NotFound::new);
    if (known instanceof Sent sent && answers(sent)) {
      var standing = // outside of any transaction
          rails
              .named(sent.facts().rail())
              .map(rail -> rail.standing(id))
              .orElse(new Standing.Unknown());
      transactions.executeWithoutResult(t ->
          house.call(
              () -> settle(funding.plan(sent.facts()), sent.facts().subject(), id, standing)));
    }
  }

  private PayIn settle(Plan plan, Subject subject, UUID id, Standing standing) {
    funding.lock(plan, subject);
    var now = clock.instant();
    var found = store.locked(id).orElseThrow();
    if (!(found instanceof Sent sent)) {
      return found;
    }
    var after =
        switch (standing) {
          case Standing.Unknown() -> sent;
          case Standing.Paid(var reference) -> sent.pay(reference, now);
          case Standing.Refused no -> sent.refuse(now);
          case Standing.Partly some -> throw new IllegalStateException("paid in part: " + id);
        };
    if (after == sent) {
      timers.at(Patience.next(sent.facts().since(), now), LOOK, Ids.text(id));
      return sent;
    }
    store.move(after);
    timers.cancel(LOOK, Ids.text(id));
    if (after instanceof PayIn.Paid paid) {
      funding.hold(plan, paid, Source.RAIL);
    }
    audit.record(deed("settle", sent.facts(), plan).moved("SENT", after.state().name()));
    notices.settled(plan, after);
    return after;
  }

  /** Asks for all that a rail has had for a while without a word, whatever timers did. */
  void sweep() {
    store
        .unanswered(rails.answering(), clock.instant().minus(SILENT), SWEPT)
        .forEach(id -> timers.at(clock.instant(), LOOK, Ids.text(id)));
  }

  private static Deed deed(String action, Facts facts, Plan plan) {
    return Deed.of("payments", action)
        .on("payment", facts.id())
        .onBehalfOf(plan.client().value())
        .with("amount", facts.total().toString());
  }
}
