package org.diestra.money.payouts;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to an assistant's bank: {@code REQUESTED → APPROVED → SENT → PAID | RETURNED},
 * and {@code CANCELLED} while it is only requested. Three people have a hand in it, and no two of
 * them are one.
 */
sealed interface Payout {
  Facts facts();

  State state();

  enum State {
    REQUESTED,
    APPROVED,
    SENT,
    PAID,
    RETURNED,
    CANCELLED;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param weekly whether the standing order asked for it
   */
  record Facts(
      UUID id,
      PersonId person,
      Book book,
      Money amount,
      boolean weekly,
      int version,
      Instant madeAt,
      Instant since) {
    Facts moved(Instant now) {
      return new Facts(id, person, book, amount, weekly, version + 1, madeAt, now);
    }

    String href() {
      return "/money/payouts/" + Ids.text(id);
    }
  }

  /**
   * @param binding over what was approved
   */
  record Approval(PersonId by, UUID payee, String binding) {}

  record Release(PersonId by, UUID batch) {}

  record Requested(Facts facts) implements Payout {
    @Override
    public State state() {
      return State.REQUESTED;
    }

    Approved approve(PersonId by, Payee payee, Instant now) {
      return new Approved(facts.moved(now), new Approval(by, payee.id(), payee.binding(facts)));
    }

    Cancelled cancel(String why, Instant now) {
      return new Cancelled(facts.moved(now), why);
    }
  }

  record Approved(Facts facts, Approval approval) implements Payout {
    public Approved {
      if (approval.by().equals(facts.person())) {
        throw new IllegalArgumentException("nobody approves their own payout");
      }
    }

    @Override
    public State state() {
      return State.APPROVED;
    }

    /** What was approved is so no more. */
    Requested revoke(Instant now) {
      return new Requested(facts.moved(now));
    }

    Sent send(PersonId by, UUID batch, Instant now) {
      return new Sent(facts.moved(now), approval, new Release(by, batch));
    }

    boolean releasableBy(PersonId operator) {
      return !operator.equals(approval.by()) && !operator.equals(facts.person());
    }
  }

  record Sent(Facts facts, Approval approval, Release release) implements Payout {
    public Sent {
      if (release.by().equals(approval.by()) || release.by().equals(facts.person())) {
        throw new IllegalArgumentException("who releases has neither asked nor approved");
      }
    }

    @Override
    public State state() {
      return State.SENT;
    }

    Paid pay(String reference, Instant now) {
      return new Paid(facts.moved(now), approval, release, reference);
    }

    Returned comeBack(String why, Instant now) {
      return new Returned(facts.moved(now), approval, release, why);
    }
  }

  /**
   * @param reference the bank's own
   */
  record Paid(Facts facts, Approval approval, Release release, String reference) implements Payout {
    @Override
    public State state() {
      return State.PAID;
    }

    /** Banks send back for days what they had taken. */
    Returned comeBack(String why, Instant now) {
      return new Returned(facts.moved(now), approval, release, why);
    }
  }

  record Returned(Facts facts, Approval approval, Release release, String why) implements Payout {
    @Override
    public State state() {
      return State.RETURNED;
    }
  }

  /**
   * @param why {@code left} by its owner, or {@code declined} by an operator
   */
  record Cancelled(Facts facts, String why) implements Payout {
    static final String LEFT = "left";
    static final String DECLINED = "declined";

    @Override
    public State state() {
      return State.CANCELLED;
    }
  }

  default @Nullable Approval approved() {
    return switch (this) {
      case Requested it -> null;
      case Cancelled it -> null;
      case Approved it -> it.approval();
      case Sent it -> it.approval();
      case Paid it -> it.approval();
      case Returned it -> it.approval();
    };
  }

  default @Nullable Release released() {
    return switch (this) {
      case Requested it -> null;
      case Cancelled it -> null;
      case Approved it -> null;
      case Sent it -> it.release();
      case Paid it -> it.release();
      case Returned it -> it.release();
    };
  }

  /** The bank's reference, or why it ended otherwise. */
  default @Nullable String evidence() {
    return switch (this) {
      case Requested it -> null;
      case Approved it -> null;
      case Sent it -> null;
      case Paid it -> it.reference();
      case Returned it -> it.why();
      case Cancelled it -> it.why();
    };
  }
}
