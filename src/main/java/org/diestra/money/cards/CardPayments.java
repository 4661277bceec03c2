package org.diestra.money.cards;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.cards.Checkout.State;
import org.diestra.money.cards.StripeDoor.Seen;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payments.Receipts.Expected;
import org.diestra.money.payments.Receipts.Stage;
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
 * The door to what clients pay by card. A page at Stripe is opened once for a payment, and what
 * became of it is always asked there: who comes back from it, and who calls, only make us ask.
 */
@Service
class CardPayments {
  /** Stripe keeps a page for a day at most. */
  private static final Duration OPEN = Duration.ofHours(23);

  private static final String LATE = "late";
  private static final Refusal SILENT = Refusal.conflict("cards.conflict.silent");
  private final CheckoutStore store;
  private final StripeDoor stripe;
  private final Receipts receipts;
  private final Plans plans;
  private final ConnectionStore accounts;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Audit audit;
  private final Clock clock;

  CardPayments(
      CheckoutStore store,
      StripeDoor stripe,
      Receipts receipts,
      Plans plans,
      ConnectionStore accounts,
      HouseRights house,
      TransactionOperations transactions,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.stripe = stripe;
    this.receipts = receipts;
    this.plans = plans;
    this.accounts = accounts;
    this.house = house;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A payment of this rail.
   *
   * @throws NotFound if this person does not pay it, or not by card
   */
  Expected get(Viewer viewer, UUID payment) {
    var expected = receipts.get(viewer, payment);
    if (!expected.book().rail().equals(CardRail.ID)) {
      throw new NotFound();
    }
    return expected;
  }

  Optional<Checkout> find(UUID payment) {
    return transactions.execute(t -> house.call(() -> store.find(payment)));
  }

  /**
   * The client goes on to Stripe; asking again leads to the same page.
   *
   * @param words what stands there for it
   * @return where to: an address at Stripe, or the payment's own page where nothing is to be paid
   */
  Outcome<String> pay(Viewer viewer, UUID payment, String words) {
    var expected = get(viewer, payment);
    if (expected.stage() == Stage.OPEN && !paysOut(expected)) {
      return refused(Refusal.conflict("cards.conflict.assistant"));
    }
    if (expected.stage() == Stage.OPEN) {
      switch (begun(viewer, payment)) {
        case Outcome.Refused<Expected>(var why) -> {
          expected = get(viewer, payment);
          if (expected.stage() != Stage.SENT) { // as whoever pressed it at the same time had it
            return refused(why);
          }
        }
        case Outcome.Done<Expected>(var sent) -> expected = sent;
      }
    }
    var checkout = find(payment).orElse(null);
    if (expected.stage() != Stage.SENT || checkout == null || !checkout.state().waits()) {
      return done(expected.page());
    }
    return onward(checkout, expected.page(), words);
  }

  /**
   * Whether Stripe still pays to the assistant: their account may have been closed since the
   * contract was signed, and what came in would have no way on.
   */
  private boolean paysOut(Expected expected) {
    return plans
        .of(expected.contract())
        .filter(plan -> house.call(() -> accounts.ready(plan.assistant())))
        .isPresent();
  }

  /** That it was sent and that Stripe is to have it are one. */
  private Outcome<Expected> begun(Viewer viewer, UUID payment) {
    return transactions.execute(t -> {
      var sent = receipts.send(viewer, payment);
      if (sent instanceof Outcome.Done<Expected>(var expected) && expected.stage() == Stage.SENT) {
        var now = clock.instant();
        house.call(() -> {
          store.add(
              Checkout.fresh(payment, expected.client(), expected.total(), now.plus(OPEN), now));
          return payment;
        });
      }
      return sent;
    });
  }

  private Outcome<String> onward(Checkout checkout, String page, String words) {
    try {
      var session = checkout.session();
      var seen = session == null ? opened(checkout, words) : stripe.session(session);
      if (seen.open() && seen.url() != null) {
        return done(seen.url());
      }
      receipts.look(checkout.payment());
      return done(page);
    } catch (StripeLine.Silence nobodyKnows) {
      return refused(SILENT);
    } catch (StripeLine.Refusal no) {
      if (checkout.session() != null) {
        return refused(SILENT); // it is there, and only Stripe knows what came of it
      }
      over(checkout, no.code());
      receipts.look(checkout.payment());
      return refused(
          no.code().equals("amount_too_small")
              ? Refusal.conflict("cards.conflict.small", checkout.amount())
              : Refusal.conflict("cards.conflict.refused"));
    }
  }

  /** Of two who open it at once both get the page that was first. */
  private Seen opened(Checkout checkout, String words) {
    try {
      var seen = stripe.open(checkout, words);
      if (move(checkout, checkout.opened(seen.session(), clock.instant()))) {
        return seen;
      }
      var first = find(checkout.payment()).orElseThrow().session();
      if (first == null) { // it was left meanwhile: nobody is told of this page
        throw new StripeLine.Silence("left", false);
      }
      return stripe.session(first);
    } catch (StripeLine.Silence silence) {
      if (silence.answered()) {
        run(() -> store.tried(checkout.payment(), checkout.tries()));
      }
      throw silence;
    }
  }

  /**
   * The client does not pay after all: Stripe closes the page, if nothing was paid there meanwhile.
   */
  Outcome<Expected> leave(Viewer viewer, UUID payment) {
    get(viewer, payment);
    var checkout = find(payment).orElse(null);
    try {
      if (checkout == null) {
        receipts.leave(viewer, payment);
      } else if (checkout.state() == State.NEW) {
        over(checkout, "left"); // nobody has ever been given its address
      } else if (checkout.state() == State.OPEN) {
        closed(checkout);
      }
      receipts.look(payment);
      return done(get(viewer, payment));
    } catch (StripeLine.Silence nobodyKnows) {
      return refused(SILENT);
    }
  }

  private void closed(Checkout checkout) {
    try {
      stripe.expire(checkout.requireSession());
    } catch (StripeLine.Refusal tooLate) {
      // it is paid, or over already: looking tells
    }
  }

  /**
   * Asks Stripe how it stands, and keeps it. However often and by how many at once it is asked, it
   * is settled once.
   *
   * @throws StripeLine.Silence if Stripe does not say
   */
  Checkout look(Checkout known) {
    var now = clock.instant();
    if (known.state() == State.NEW) {
      return known.expiresAt().isAfter(now) ? known : over(known, "expired");
    }
    if (known.state() != State.OPEN) {
      return known;
    }
    var seen = stripe.session(known.requireSession());
    if (seen.expired()) {
      return over(known, "expired");
    }
    if (!seen.paid()) {
      return known;
    }
    var after = known.paid(seen, seen.wrong(known, stripe.live()), now);
    return move(known, after) ? after : find(known.payment()).orElseThrow();
  }

  /** It was paid there, but nothing waits for it here any more. */
  void late(UUID payment) {
    var checkout = find(payment).orElse(null);
    boolean awaited = receipts.find(payment).filter(e -> e.stage().live()).isPresent();
    if (awaited || checkout == null) {
      return;
    }
    if (checkout.state() == State.OVER && checkout.session() != null) {
      paidAfterAll(checkout, stripe.session(checkout.session()));
    } else if (checkout.state().waits()) {
      var after = look(checkout);
      if (after.state() == State.PAID) {
        move(after, after.held(LATE, clock.instant()));
      }
    }
  }

  /** We took it for over, and Stripe has the money: it stands in no book until somebody decides. */
  private void paidAfterAll(Checkout over, Seen seen) {
    if (seen.paid()) {
      var now = clock.instant();
      var word = seen.wrong(over, stripe.live()).orElse(LATE);
      move(over, over.paid(seen, Optional.of(word), now));
    }
  }

  private Checkout over(Checkout checkout, String why) {
    var after = checkout.over(why, clock.instant());
    return move(checkout, after) ? after : find(checkout.payment()).orElseThrow();
  }

  private boolean move(Checkout from, Checkout after) {
    return Boolean.TRUE.equals(
        transactions.execute(t ->
            house.call(() -> {
              boolean moved = store.move(from.state(), after);
              if (moved && after.state() == State.HELD) {
                audit.record(
                    Deed.of("cards", "hold")
                        .on("payment", after.payment())
                        .onBehalfOf(after.client().value())
                        .with("why", String.valueOf(after.why()))
                        .moved(from.state().name(), "HELD"));
              }
              return moved;
            })));
  }

  private void run(Runnable change) {
    transactions.executeWithoutResult(t ->
        house.call(() -> {
          change.run();
          return true;
        }));
  }
}
