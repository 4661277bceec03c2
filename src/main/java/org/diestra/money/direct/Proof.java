package org.diestra.money.direct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;

/**
 * What a client says to have paid: {@code SAID → ARRIVED | DENIED | WITHDRAWN}. What was denied may
 * arrive all the same, or be withdrawn. Silence never makes it arrived.
 */
sealed interface Proof {
  Facts facts();

  State state();

  enum State {
    SAID,
    ARRIVED,
    DENIED,
    WITHDRAWN
  }

  /**
   * @param person who says so for the client
   * @param paidOn the day on the bank's statement
   * @param reference by which the assistant finds it there, 1–140 characters
   * @param since when it came to its state
   */
  record Facts(
      UUID id,
      ContractId contract,
      PersonId person,
      Money amount,
      LocalDate paidOn,
      String reference,
      int version,
      Instant madeAt,
      Instant since) {
    Facts moved(Instant now) {
      return new Facts(id, contract, person, amount, paidOn, reference, version + 1, madeAt, now);
    }

    String href() {
      return "/contracts/" + contract + "/money/direct/" + Ids.text(id);
    }
  }

  /** The assistant has not answered. */
  record Said(Facts facts) implements Open {
    @Override
    public State state() {
      return State.SAID;
    }

    Denied deny(String words, Instant now) {
      return new Denied(facts.moved(now), words);
    }
  }

  /**
   * The assistant does not find it. Both sides and the operator see that.
   *
   * @param words the assistant's, 1–1000 characters
   */
  record Denied(Facts facts, String words) implements Open {
    @Override
    public State state() {
      return State.DENIED;
    }
  }

  /**
   * @param amount what arrived, which may be less or more than was said
   */
  record Arrived(Facts facts, Money amount) implements Proof {
    @Override
    public State state() {
      return State.ARRIVED;
    }
  }

  /** The client takes it back: nothing was paid. */
  record Withdrawn(Facts facts) implements Proof {
    @Override
    public State state() {
      return State.WITHDRAWN;
    }
  }

  /** It can still arrive, and still be taken back. */
  sealed interface Open extends Proof permits Said, Denied {
    default Arrived arrive(Money amount, Instant now) {
      return new Arrived(facts().moved(now), amount);
    }

    default Withdrawn withdraw(Instant now) {
      return new Withdrawn(facts().moved(now));
    }
  }
}
