package org.diestra.money.payments;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Rail.Standing;
import org.diestra.money.payments.Refund.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The door to what goes back to clients. It leaves the credit at once and is on its way until the
 * rail says what became of it; a rail that does not is asked again, later and later.
 */
@Service
class Refunds {
  static final String LOOK = "payments:refund";
  private static final Duration SILENT = Duration.ofDays(2); // when a timer has given up
  private static final int SWEPT = 500;
  private final RefundStore store;
  private final MoneyLock lock;
  private final Rails rails;
  private final Ledger ledger;
  private final ObjectProvider<Chargebacks> chargebacks; // which know payments themselves
  private final PaymentNotices notices;
  private final Timers timers;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  Refunds(
      RefundStore store,
      MoneyLock lock,
      Rails rails,
      Ledger ledger,
      ObjectProvider<Chargebacks> chargebacks,
      PaymentNotices notices,
      Timers timers,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.lock = lock;
    this.rails = rails;
    this.ledger = ledger;
    this.chargebacks = chargebacks;
    this.notices = notices;
    this.timers = timers;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sends all of a client's credit in one book back.
   *
   * @throws NotFound if this person does not decide on that client's money
   */
  @Transactional
  public Outcome<Refund> send(Viewer viewer, OrganisationId client, Book book) {
    if (viewer.memberOf(client).filter(m -> m.role().hires()).isEmpty()) {
      throw new NotFound();
    }
    return house.call(() -> {
      lock.of(client, book);
      if (chargebacks.getObject().owes(client, book)) {
        return refused(Refusal.conflict("payments.conflict.owes"));
      }
      var all = ledger.balance(book, Account.refundable(client.value()));
      if (!all.isPositive()) {
        return refused(Refusal.conflict("payments.conflict.no-credit"));
      }
      var now = clock.instant();
      var refund = new Refund(Ids.fresh(), client, viewer.id(), book.rail(), all, State.SENT, now);
      store.add(refund);
      ledger.post(
          Entry.of(book, Event.REFUND_SENT, "payments:refund:" + refund.id(), now)
              .debit(refund.due(), all)
              .credit(refund.sent(), all));
      timers.at(now, LOOK, Ids.text(refund.id()));
      audit.record(deed("refund", refund).by(viewer.id().value()));
      return done(refund);
    });
  }

  /** Has the rail send it, if it has not, and keeps its word for what became of it. */
  void look(UUID id) {
    var refund = house.call(() -> store.find(id)).orElseThrow(NotFound::new);
    if (refund.state() == State.SENT) {
      var standing =
          rails
              .named(refund.rail())
              .map(rail -> asked(rail, refund))
              .orElse(new Standing.Unknown());
      transactions.executeWithoutResult(t -> house.call(() -> settle(refund, standing)));
    }
  }

  /** Outside of any transaction of ours. */
  private static Standing asked(Rail rail, Refund refund) {
    rail.sendBack(refund.id(), refund.client(), refund.amount());
    return rail.standing(refund.id());
  }

  /** Asks for all that a rail has had for a while without a word, whatever timers did. */
  void sweep() {
    store
        .unanswered(clock.instant().minus(SILENT), SWEPT)
        .forEach(id -> timers.at(clock.instant(), LOOK, Ids.text(id)));
  }

  private Refund settle(Refund refund, Standing standing) {
    lock.of(refund.client(), refund.book());
    switch (standing) {
      case Standing.Unknown() ->
          timers.at(Patience.next(refund.since(), clock.instant()), LOOK, Ids.text(refund.id()));
      case Standing.Paid(var reference) -> settle(refund, State.PAID, refund.amount(), reference);
      case Standing.Partly(var paid, var reference) -> settle(refund, State.PAID, paid, reference);
      case Standing.Refused(var why) ->
          settle(refund, State.RETURNED, Money.zero(refund.amount().currency()), why);
    }
    return refund;
  }

  /**
   * @param went what reached the client; the rest is credit again
   */
  private void settle(Refund refund, State state, Money went, String evidence) {
    var now = clock.instant();
    if (!store.settle(refund.id(), state, evidence, now)) {
      return;
    }
    boolean paid = state == State.PAID;
    ledger.post(
        Entry.of(
                refund.book(),
                paid ? Event.REFUND_PAID : Event.RETURNED,
                "payments:refunded:" + refund.id(),
                now)
            .debit(refund.sent(), refund.amount())
            .credit(Account.clientMoney(), went)
            .credit(refund.due(), refund.amount().minus(went))
            .evidence(evidence));
    audit.record(deed("refunded", refund).moved("SENT", state.name()));
    notices.refunded(refund, went);
  }

  private static Deed deed(String action, Refund refund) {
    return Deed.of("payments", action)
        .on("refund", refund.id())
        .onBehalfOf(refund.client().value())
        .with("amount", refund.amount().toString());
  }
}
