package org.diestra.money.cards;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.diestra.money.cards.Checkout.State;
import org.diestra.money.cards.DisputeStore.Dispute;
import org.diestra.money.payments.Chargebacks;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Payments that clients' banks want back. What Stripe says of one is told on; who answers the bank
 * does it at Stripe.
 */
@Service
class Disputes {
  private final StripeDisputes stripe;
  private final DisputeStore store;
  private final CheckoutStore checkouts;
  private final ObjectProvider<Chargebacks> chargebacks; // above payments, and asking them
  private final HouseRights house;
  private final TransactionOperations transactions;
  private final Clock clock;

  Disputes(
      StripeDisputes stripe,
      DisputeStore store,
      CheckoutStore checkouts,
      ObjectProvider<Chargebacks> chargebacks,
      HouseRights house,
      TransactionOperations transactions,
      Clock clock) {
    this.stripe = stripe;
    this.store = store;
    this.checkouts = checkouts;
    this.chargebacks = chargebacks;
    this.house = house;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** There is news of it. Asking again changes nothing; those of others' payments are left. */
  void look(String name) {
    var seen = stripe.get(name);
    var checkout = run(() -> checkouts.ofIntent(seen.intent())).orElse(null);
    var amount = StripeAmounts.read(seen.amount(), seen.currency()).orElse(null);
    if (checkout == null || amount == null || !amount.isPositive()) {
      return;
    }
    if (checkout.state() == State.PAID) {
      tell(checkout, seen, amount);
    }
    run(() -> {
      store.save(
          new Dispute(
              seen.id(),
              checkout.payment(),
              amount,
              seen.status(),
              seen.reason(),
              seen.taken(),
              seen.returned(),
              seen.dueAt(),
              clock.instant()));
      return seen;
    });
  }

  /** First whoever books it: if that fails, the news of it is read again. */
  private void tell(Checkout checkout, StripeDisputes.Seen seen, Money amount) {
    if (seen.taken()) {
      var most = amount.isMoreThan(checkout.amount()) ? checkout.amount() : amount;
      chargebacks.forEach(c -> c.taken(checkout.payment(), most, seen.id()));
    }
    if (seen.returned()) {
      chargebacks.forEach(c -> c.returned(CardRail.ID, seen.id()));
    }
  }

  @Transactional(readOnly = true)
  public List<Dispute> latest(int most) {
    return house.call(() -> store.latest(most));
  }

  private <T> T run(Supplier<T> step) {
    return Objects.requireNonNull(transactions.execute(t -> house.call(step)));
  }
}
