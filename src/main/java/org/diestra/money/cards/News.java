package org.diestra.money.cards;

import java.time.Clock;
import java.util.UUID;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payouts.OutletNews;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks into what was heard: the thing itself is asked for, and whoever owns it told. Reading it
 * twice changes nothing, and what fails is read again by its timer.
 */
@Service
class News {
  static final String NEWS = "cards:news";
  private final HookStore store;
  private final CheckoutStore checkouts;
  private final CardPayments payments;
  private final StripeDoor stripe;
  private final CardRefunds refunds;
  private final Disputes disputes;
  private final Connections connections;
  private final CardOutlet outlet;
  private final OutletNews payouts;
  private final Movements movements;
  private final Receipts receipts;
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Clock clock;

  News(
      HookStore store,
      CheckoutStore checkouts,
      CardPayments payments,
      StripeDoor stripe,
      CardRefunds refunds,
      Disputes disputes,
      Connections connections,
      CardOutlet outlet,
      OutletNews payouts,
      Movements movements,
      Receipts receipts,
      HouseRights house,
      TransactionOperations transactions,
      Clock clock) {
    this.store = store;
    this.checkouts = checkouts;
    this.payments = payments;
    this.stripe = stripe;
    this.refunds = refunds;
    this.disputes = disputes;
    this.connections = connections;
    this.outlet = outlet;
    this.payouts = payouts;
    this.movements = movements;
    this.receipts = receipts;
    this.house = house;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @throws StripeLine.Silence if Stripe does not say: it waits on
   */
  void read(String event) {
    var heard = transactions.execute(t -> house.call(() -> store.waiting(event)));
    if (heard.isEmpty()) {
      return;
    }
    try {
      look(heard.get());
    } catch (StripeLine.Refusal notThere) {
      // a thing of another account, or of the key before: it is nobody's here
    }
    transactions.executeWithoutResult(t ->
        house.call(() -> {
          store.done(event, clock.instant());
          return event;
        }));
  }

  private void look(HookStore.Heard heard) {
    var of = heard.type().replaceFirst("\\.[a-z_]+$", "");
    switch (of) {
      case "checkout.session" -> checkout(heard.object());
      case "refund", "charge.refund" -> refunds.look(heard.object()).ifPresent(receipts::refund);
      case "charge.dispute" -> disputes.look(heard.object());
      case "account", "account.application", "payout" -> account(heard);
      case "transfer" -> outlet.payout(heard.object()).ifPresent(payouts::look);
      case "topup", "balance" -> movements.run();
      default -> {} // heard, and nothing of ours
    }
  }

  /** A payout of the house's own account is a movement of it; others are of assistants'. */
  private void account(HookStore.Heard heard) {
    if (!heard.account().isEmpty()) {
      connections.look(heard.account());
    } else if (heard.type().startsWith("payout.")) {
      movements.run();
    } else {
      connections.look(heard.object());
    }
  }

  private void checkout(String session) {
    var known = transactions.execute(t -> house.call(() -> checkouts.ofSession(session)));
    var payment =
        known.isPresent()
            ? known.get().payment()
            : Ids.read(stripe.session(session).reference()).orElse(null);
    if (payment != null) {
      settle(payment);
    }
  }

  /** What waits is settled; what does not is looked at by somebody. */
  private void settle(UUID payment) {
    try {
      receipts.look(payment);
    } catch (NotFound notOurs) {
      return; // the account at Stripe may serve others as well
    }
    payments.late(payment);
  }
}
