package org.diestra.money.payments;

import org.diestra.money.payments.Destination.Payment;
import org.diestra.money.payments.Destination.Source;
import org.diestra.money.payments.PayIn.Facts;
import org.springframework.stereotype.Component;

/** How a payment that is paid reaches the work it is for. */
@Component
class Funding {
  private final Bills bills;
  private final Plans plans;
  private final Destinations destinations;
  private final MoneyLock lock;

  Funding(Bills bills, Plans plans, Destinations destinations, MoneyLock lock) {
    this.bills = bills;
    this.plans = plans;
    this.destinations = destinations;
    this.lock = lock;
  }

  Plan plan(Facts facts) {
    return plans.of(facts.subject().contract()).orElseThrow();
  }

  /** Tasks first, then the money of their client: everybody locks in this order. */
  void lock(Plan plan, Subject subject) {
    destinations.of(subject).lock(subject);
    lock.of(plan);
  }

  /** Holds what is wanted of it for its work, and the rest for the client. */
  void hold(Plan plan, PayIn.Paid paid, Source source) {
    var facts = paid.facts();
    var most = facts.price();
    var wanted = bills.wanted(facts.subject()).price();
    var payment =
        new Payment(
            facts.id(), facts.subject(), source, paid.reference(), facts.price(), facts.fee());
    destinations.of(facts.subject()).fund(plan, payment, wanted.isMoreThan(most) ? most : wanted);
  }
}
