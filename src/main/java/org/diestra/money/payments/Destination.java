package org.diestra.money.payments;

import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Entry;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where money that comes in goes: a bean for tasks, one for hours and one for extras. All is called
 * with the rights of the house, and within the transaction of whoever asks.
 */
public interface Destination {
  boolean takes(Subject subject);

  /** Locks what is locked before the money of its client. */
  void lock(Subject subject);

  /** What is still to come in for it; empty where there is no such thing. */
  Optional<Demand> demand(Plan plan, Subject subject);

  /**
   * Money is there for it: sets it apart, and pays what the assistant is owed already. What it does
   * not want any more is the client's credit.
   *
   * @param price what of it is wanted for the work with its taxes, up to what the payment is for
   */
  void fund(Plan plan, Payment paid, Money price);

  /**
   * The client's bank took money of it back: what is set apart and nobody earned yet is no longer,
   * up to so much. What is not given here the client owes.
   *
   * @param entry to which its debits are added
   */
  default Unset unset(Plan plan, Subject subject, Money most, Entry entry) {
    return new Unset(entry, plan.money(0));
  }

  /**
   * @param entry with the debits
   * @param amount what they come to
   */
  record Unset(Entry entry, Money amount) {}

  /**
   * @param title what the people call it, or null where it has no name of its own
   * @param price what is to be held for the work, its taxes included; zero where all is held
   * @param work the same without taxes
   * @param fee the client's, on top, beside what of it is held already
   * @param charges by which it is reckoned
   */
  record Demand(@Nullable String title, Money price, Money work, Money fee, Charges charges) {
    /** With the fee on all of it. */
    public Demand(@Nullable String title, Money price, Money work, Charges charges) {
      this(title, price, work, charges.clientFee(work), charges);
    }
  }

  /** Where the money of a payment comes from. */
  enum Source {
    RAIL,
    /** What the client has left with the house. */
    CREDIT
  }

  /**
   * @param price for the work, its taxes included
   * @param fee the client's, on top
   * @param reference the rail's own
   */
  record Payment(
      UUID id, Subject subject, Source source, String reference, Money price, Money fee) {
    public Money total() {
      return price.plus(fee);
    }

    /** What of its fee goes with so much of it, never more than it brought. */
    public Money feeOn(Money part, Charges charges) {
      var reckoned = charges.feeOn(part);
      return part.equals(price) || reckoned.isMoreThan(fee) ? fee : reckoned;
    }
  }
}
