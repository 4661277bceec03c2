package org.diestra.money.payments;

import java.time.Instant;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.payments.Destination.Payment;
import org.diestra.money.payments.Destination.Source;
import org.diestra.platform.base.Money;

/** How a payment stands in the books, whatever it is for. */
public final class Payments {
  private Payments() {}

  /**
   * The entry of money that came in, less the lines that say where it is set apart.
   *
   * @param price what of it is wanted for the work
   * @param fee the client's on that; what is left of the payment is the client's credit
   */
  public static Entry in(Plan plan, Payment paid, Money price, Money fee, Instant now) {
    boolean rail = paid.source() == Source.RAIL;
    return Entry.of(plan.book(), rail ? Event.FUND : Event.ALLOT, "payments:in:" + paid.id(), now)
        .debit(rail ? plan.book().covering() : plan.credit(), paid.total())
        .credit(plan.credit(), paid.total().minus(price).minus(fee))
        .about(paid.subject().page())
        .evidence(paid.reference());
  }
}
