package org.diestra.money.extras;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.blobs.BlobId;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * What an assistant spends for a client: {@code ASKED → APPROVED → FUNDED → HANDED ⇄ RETURNED}, and
 * {@code ACCEPTED}, {@code REFUSED}, {@code WITHDRAWN} or {@code LAPSED} in the end.
 */
sealed interface Expense {
  /** From its day to its receipt, and from a receipt to the client's answer. */
  Duration PATIENCE = Duration.ofDays(14);

  Facts facts();

  State state();

  enum State {
    ASKED("ask-expense"),
    REFUSED("refuse-expense"),
    APPROVED("approve-expense"),
    FUNDED("fund-expense"),
    HANDED("hand-in-receipt"),
    RETURNED("return-receipt"),
    ACCEPTED("accept-receipt"),
    WITHDRAWN("withdraw-expense"),
    LAPSED("lapse-expense");

    private final String deed;

    State(String deed) {
      this.deed = deed;
    }

    /** What the audit trail calls the move to it. */
    String deed() {
      return deed;
    }
  }

  /**
   * @param what it is, 1–200 characters
   * @param ceiling the most that may be spent, above zero, in the currency of the contract
   * @param by the day by which it is spent
   * @param version counts its moves, so that nobody moves what they have not seen
   * @param since when it came to its state
   */
  record Facts(
      UUID id,
      ContractId contract,
      String what,
      Money ceiling,
      LocalDate by,
      int version,
      Instant since) {

    Subject subject() {
      return Subject.extra(contract, id);
    }

    String page() {
      return subject().page() + "/" + Ids.text(id);
    }

    /** When its day is over everywhere, and its patience with it. */
    Instant end() {
      return by.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant().plus(PATIENCE);
    }

    private Facts moved(Instant now) {
      return new Facts(id, contract, what, ceiling, by, version + 1, now);
    }
  }

  /**
   * @param amount what was spent, above zero and at most the ceiling
   */
  record Receipt(Money amount, BlobId file) {}

  /** Whether its ceiling is in escrow. */
  default boolean held() {
    return this instanceof Funded || this instanceof Handed || this instanceof Returned;
  }

  /** Whether the assistant may take it back. */
  default boolean open() {
    return held() || this instanceof Asked || this instanceof Approved;
  }

  /** Whether a receipt may be handed in. */
  default boolean wantsReceipt() {
    return this instanceof Funded || this instanceof Returned;
  }

  /**
   * When time decides; null where it does not. Paid in late, there is still time to spend it; after
   * a receipt that was given back it is the assistant's turn, who has as long for another one.
   */
  default @Nullable Instant dueAt() {
    var patient = facts().since().plus(PATIENCE);
    return switch (this) {
      case Handed handed -> patient;
      case Returned returned -> patient;
      case Funded funded -> patient.isAfter(facts().end()) ? patient : facts().end();
      default -> open() ? facts().end() : null;
    };
  }

  /** Whether the client may accept the receipt; also one that it gave back before. */
  default boolean acceptable() {
    return this instanceof Handed || this instanceof Returned;
  }

  /** By the receipt that was brought last. */
  default Accepted accept(UUID entry, Instant now) {
    return new Accepted(facts().moved(now), Objects.requireNonNull(receipt()), entry);
  }

  default @Nullable Receipt receipt() {
    return switch (this) {
      case Handed it -> it.brought();
      case Returned it -> it.brought();
      case Accepted it -> it.brought();
      default -> null;
    };
  }

  /** Why the client said no, where that is how it stands. */
  default @Nullable String words() {
    return switch (this) {
      case Refused it -> it.why();
      case Returned it -> it.why();
      default -> null;
    };
  }

  default Withdrawn withdraw(Instant now) {
    return new Withdrawn(facts().moved(now));
  }

  default Lapsed lapse(Instant now) {
    return new Lapsed(facts().moved(now));
  }

  default Handed hand(Receipt receipt, Instant now) {
    return new Handed(facts().moved(now), receipt);
  }

  default Refused refuse(String why, Instant now) {
    return new Refused(facts().moved(now), why);
  }

  record Asked(Facts facts) implements Expense {
    @Override
    public State state() {
      return State.ASKED;
    }

    Approved approve(Instant now) {
      return new Approved(facts.moved(now));
    }
  }

  /** Nothing is spent. */
  record Refused(Facts facts, String why) implements Expense {
    @Override
    public State state() {
      return State.REFUSED;
    }
  }

  /** It waits for its payment. */
  record Approved(Facts facts) implements Expense {
    @Override
    public State state() {
      return State.APPROVED;
    }

    Funded fund(Instant now) {
      return new Funded(facts.moved(now));
    }
  }

  /** Its ceiling is held; the assistant may spend. */
  record Funded(Facts facts) implements Expense {
    @Override
    public State state() {
      return State.FUNDED;
    }
  }

  /** The receipt is there, and the client looks at it. */
  record Handed(Facts facts, Receipt brought) implements Expense {
    @Override
    public State state() {
      return State.HANDED;
    }

    Returned giveBack(String why, Instant now) {
      return new Returned(facts.moved(now), brought, why);
    }
  }

  /** The client found something wrong with the receipt. */
  record Returned(Facts facts, Receipt brought, String why) implements Expense {
    @Override
    public State state() {
      return State.RETURNED;
    }
  }

  /** What was spent is the assistant's, the rest the client's credit. */
  record Accepted(Facts facts, Receipt brought, UUID entry) implements Expense {
    @Override
    public State state() {
      return State.ACCEPTED;
    }
  }

  /** The assistant took it back; what was held is the client's credit. */
  record Withdrawn(Facts facts) implements Expense {
    @Override
    public State state() {
      return State.WITHDRAWN;
    }
  }

  /** Its time was over; what was held is the client's credit. */
  record Lapsed(Facts facts) implements Expense {
    @Override
    public State state() {
      return State.LAPSED;
    }
  }
}
