package org.diestra.money.payments;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A client's payment for a task, for the hours of a contract or for an extra: {@code OPEN → SENT →
 * PAID | FAILED}. Open, it can still be left; sent, only a rail that answers can say what became of
 * it.
 */
sealed interface PayIn {
  Facts facts();

  State state();

  enum State {
    OPEN,
    SENT,
    PAID,
    FAILED
  }

  /**
   * @param price what is to be held for the work
   * @param fee the client's, on top
   * @param person who pays for the client
   */
  record Facts(
      UUID id,
      Subject subject,
      PersonId person,
      String rail,
      Money price,
      Money fee,
      int version,
      Instant since) {
    Money total() {
      return price.plus(fee);
    }

    Facts moved(Instant now) {
      return new Facts(id, subject, person, rail, price, fee, version + 1, now);
    }

    String href() {
      return "/money/payments/" + Ids.text(id);
    }
  }

  /** The client has not said yet that it pays. */
  record Open(Facts facts) implements PayIn {
    @Override
    public State state() {
      return State.OPEN;
    }

    Sent send(Instant now) {
      return new Sent(facts.moved(now));
    }

    Failed leave(Instant now) {
      return new Failed(facts.moved(now), "left");
    }

    /** It was paid with what the client had with the house. */
    Paid credit(Instant now) {
      return pay("credit", now);
    }

    Paid pay(String reference, Instant now) {
      return new Paid(facts.moved(now), reference);
    }
  }

  /** The rail has it. */
  record Sent(Facts facts) implements PayIn {
    @Override
    public State state() {
      return State.SENT;
    }

    Paid pay(String reference, Instant now) {
      return new Paid(facts.moved(now), reference);
    }

    /** Where nobody but the client knows whether it was sent. */
    Failed leave(Instant now) {
      return new Failed(facts.moved(now), "left");
    }

    Failed refuse(Instant now) {
      return new Failed(facts.moved(now), "refused");
    }
  }

  /**
   * @param reference the rail's own
   */
  record Paid(Facts facts, String reference) implements PayIn {
    @Override
    public State state() {
      return State.PAID;
    }
  }

  /**
   * @param why {@code left} or {@code refused}
   */
  record Failed(Facts facts, String why) implements PayIn {
    @Override
    public State state() {
      return State.FAILED;
    }
  }

  /** What stands beside its state in the database. */
  default @Nullable String evidence() {
    return switch (this) {
      case Open it -> null;
      case Sent it -> null;
      case Paid it -> it.reference();
      case Failed it -> it.why();
    };
  }
}
