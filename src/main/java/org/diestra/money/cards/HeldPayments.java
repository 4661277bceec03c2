package org.diestra.money.cards;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.UUID;
import org.diestra.money.cards.Checkout.State;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Receipts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What operators decide of payments that came otherwise than they should: they are the client's
 * credit, or go back to the card. Nobody decides on money of their own business.
 */
@Service
class HeldPayments {
  private static final Refusal MOVED = Refusal.conflict("cards.conflict.moved");
  private final CheckoutStore store;
  private final StripeDoor stripe;
  private final Receipts receipts;
  private final MoneyLock lock;
  private final Ledger ledger;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  HeldPayments(
      CheckoutStore store,
      StripeDoor stripe,
      Receipts receipts,
      MoneyLock lock,
      Ledger ledger,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.stripe = stripe;
    this.receipts = receipts;
    this.lock = lock;
    this.ledger = ledger;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was paid is the client's credit, and pays the payment where it is enough. Refused where it
   * is of another currency than the book's.
   */
  Outcome<Checkout> take(Viewer operator, UUID payment) {
    Outcome<Checkout> taken = transactions.execute(t -> house.call(() -> taken(operator, payment)));
    if (taken instanceof Outcome.Done<Checkout>(var checkout)) {
      receipts.settle(payment, String.valueOf(checkout.intent()));
      receipts.look(payment); // what is not paid by it is over
    }
    return taken;
  }

  private Outcome<Checkout> taken(Viewer operator, UUID payment) {
    var held = held(operator, payment);
    if (!(held instanceof Outcome.Done<Checkout>(var checkout))) {
      return held;
    }
    var paid = checkout.paid();
    if (paid == null) {
      return refused(Refusal.conflict("cards.conflict.currency"));
    }
    var now = clock.instant();
    var book = new Book(CardRail.ID, paid.currency());
    lock.of(checkout.client(), book);
    ledger.post(
        Entry.of(book, Event.MATCHED, "cards:held:" + payment, now)
            .debit(Account.clientMoney(), paid)
            .credit(Account.refundable(checkout.client().value()), paid)
            .evidence(String.valueOf(checkout.intent())));
    return decided(operator, checkout, State.TAKEN, "take");
  }

  /** All of it goes back to the card. */
  Outcome<Checkout> giveBack(Viewer operator, UUID payment) {
    Outcome<Checkout> held = transactions.execute(t -> house.call(() -> held(operator, payment)));
    if (!(held instanceof Outcome.Done<Checkout>(var checkout))) {
      return held;
    }
    try {
      stripe.giveBack(checkout);
    } catch (StripeLine.Silence nobodyKnows) {
      return refused(Refusal.conflict("cards.conflict.silent.operator"));
    } catch (StripeLine.Refusal no) {
      return refused(Refusal.conflict("cards.conflict.refused.operator", no.code()));
    }
    Outcome<Checkout> back =
        transactions.execute(t ->
            house.call(() ->
                held(operator, payment) instanceof Outcome.Done<Checkout>(var still)
                    ? decided(operator, still, State.BACK, "give-back")
                    : refused(MOVED)));
    receipts.look(payment);
    return back;
  }

  private Outcome<Checkout> held(Viewer operator, UUID payment) {
    var checkout = store.locked(payment).orElseThrow(NotFound::new);
    if (checkout.state() != State.HELD) {
      return refused(MOVED);
    }
    return operator.memberOf(checkout.client()).isPresent()
        ? refused(Refusal.conflict("cards.conflict.own"))
        : done(checkout);
  }

  private Outcome<Checkout> decided(Viewer operator, Checkout held, State to, String action) {
    var after = held.decided(to, clock.instant());
    if (!store.move(State.HELD, after)) {
      throw new IllegalStateException("has moved while it was locked: " + held);
    }
    audit.record(
        Deed.of("cards", action)
            .by(operator.id().value())
            .on("payment", held.payment())
            .onBehalfOf(held.client().value())
            .with("said", String.valueOf(held.said()))
            .moved("HELD", to.name()));
    return done(after);
  }
}
