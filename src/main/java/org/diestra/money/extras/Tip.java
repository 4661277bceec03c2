package org.diestra.money.extras;

import java.time.Instant;
import java.util.UUID;
import org.diestra.money.payments.Subject;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A client's gift to an assistant: {@code PROMISED → GIVEN | DROPPED}. It is the assistant's with
 * the payment that brings it, and nobody's before.
 */
sealed interface Tip {
  Facts facts();

  State state();

  enum State {
    PROMISED,
    GIVEN,
    DROPPED
  }

  /**
   * @param person who gives it for the client
   * @param amount above zero, in the currency of the contract
   * @param words for the assistant, 1–500 characters, or null
   * @param version counts its moves
   * @param since when it came to its state
   */
  record Facts(
      UUID id,
      ContractId contract,
      PersonId person,
      Money amount,
      @Nullable String words,
      int version,
      Instant since) {

    Subject subject() {
      return Subject.extra(contract, id);
    }

    /** Where it is dropped. */
    String removal() {
      return subject().page() + "/" + Ids.text(id) + "/removal";
    }

    private Facts moved(Instant now) {
      return new Facts(id, contract, person, amount, words, version + 1, now);
    }
  }

  /** It waits for its payment. */
  record Promised(Facts facts) implements Tip {
    @Override
    public State state() {
      return State.PROMISED;
    }

    Given give(UUID entry, Instant now) {
      return new Given(facts.moved(now), entry);
    }

    Dropped drop(Instant now) {
      return new Dropped(facts.moved(now));
    }
  }

  /**
   * It has come in and is the assistant's.
   *
   * @param entry of the ledger that released it
   */
  record Given(Facts facts, UUID entry) implements Tip {
    @Override
    public State state() {
      return State.GIVEN;
    }
  }

  /** The client thought better of it; what comes in all the same is the client's credit. */
  record Dropped(Facts facts) implements Tip {
    @Override
    public State state() {
      return State.DROPPED;
    }
  }
}
