package org.diestra.hiring.tryouts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.PersonId;

/**
 * One bidder's sample at one of its stages. Each move answers the next stage; what is not here
 * can't happen.
 */
sealed interface Tryout {
  Facts facts();

  /** When it came to this stage. */
  Instant since();

  State state();

  /**
   * What stays through all stages.
   *
   * @param dueAt until when it may be handed in
   * @param zone on whose clock that is the end of a day
   * @param version of the row when it was read; grows with each move
   */
  record Facts(
      TryoutId id,
      TaskId task,
      BidId bid,
      PersonId person,
      Instant dueAt,
      ZoneId zone,
      int version) {}

  /** The stages, as the table and the messages call them. */
  enum State {
    REQUESTED,
    ACCEPTED,
    DECLINED,
    SUBMITTED,
    SCORED,
    WITHDRAWN,
    EXPIRED;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "tryouts.state." + slug();
    }

    /** How it looks: good, wait, stop or plain. */
    String tone() {
      return switch (this) {
        case SCORED, SUBMITTED -> "good";
        case REQUESTED, ACCEPTED -> "wait";
        case DECLINED, EXPIRED -> "stop";
        case WITHDRAWN -> "";
      };
    }
  }

  /** Still to be done: it can be declined, taken back, and run out. */
  sealed interface Open extends Tryout {
    /**
     * @param reason what the client is told, 1–500 characters
     */
    default Declined decline(String reason, Instant now) {
      return new Declined(facts(), now, reason);
    }

    default Withdrawn withdraw(Instant now) {
      return new Withdrawn(facts(), now);
    }

    default Expired expire(Instant now) {
      return new Expired(facts(), now);
    }
  }

  /** There to be scored; a score may be put right later. */
  sealed interface Delivered extends Tryout {
    Instant submittedAt();

    default Scored score(Scores scores, Instant now) {
      return new Scored(facts(), now, submittedAt(), scores);
    }
  }

  record Requested(Facts facts, Instant since) implements Open {
    Accepted accept(Instant now) {
      return new Accepted(facts, now);
    }

    @Override
    public State state() {
      return State.REQUESTED;
    }
  }

  record Accepted(Facts facts, Instant since) implements Open {
    Submitted submit(Instant now) {
      return new Submitted(facts, now);
    }

    @Override
    public State state() {
      return State.ACCEPTED;
    }
  }

  record Declined(Facts facts, Instant since, String reason) implements Tryout {
    @Override
    public State state() {
      return State.DECLINED;
    }
  }

  record Submitted(Facts facts, Instant since) implements Delivered {
    @Override
    public Instant submittedAt() {
      return since;
    }

    @Override
    public State state() {
      return State.SUBMITTED;
    }
  }

  record Scored(Facts facts, Instant since, Instant submittedAt, Scores scores)
      implements Delivered {
    @Override
    public State state() {
      return State.SCORED;
    }
  }

  /** Taken back by the client, or left without its bid. */
  record Withdrawn(Facts facts, Instant since) implements Tryout {
    @Override
    public State state() {
      return State.WITHDRAWN;
    }
  }

  /** Nothing was handed in in time. */
  record Expired(Facts facts, Instant since) implements Tryout {
    @Override
    public State state() {
      return State.EXPIRED;
    }
  }
}
