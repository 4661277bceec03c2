package org.diestra.work.trials;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.OfferId;
import org.diestra.work.tasks.TaskId;

/**
 * A paid trial at one of its stages: {@code REQUESTED → ACCEPTED | DECLINED → SUBMITTED → PAID}. In
 * between its contract's task says how far it is; each move here happens together with the task's.
 */
sealed interface Trial {
  Facts facts();

  /** When it came to this stage. */
  Instant since();

  State state();

  /**
   * What stays through all stages.
   *
   * @param what is to be done, Markdown
   * @param criteria what it is accepted by, in order
   * @param hours the most it may take
   * @param dueAt until when it is delivered
   * @param zone on whose clock that is the end of a day
   * @param answerBy when the request lapses
   * @param version of the row when it was read; grows with each move
   */
  record Facts(
      TrialId id,
      JobId job,
      BidId bid,
      OrganisationId organisation,
      PersonId person,
      OfferId offer,
      String what,
      List<String> criteria,
      int hours,
      Money price,
      Instant dueAt,
      ZoneId zone,
      Instant answerBy,
      int version) {
    public Facts {
      criteria = List.copyOf(criteria);
    }
  }

  /** Its contract, and the task of that. */
  record Signed(ContractId contract, TaskId task) {}

  /** The stages, as the table and the messages call them. */
  enum State {
    REQUESTED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    EXPIRED,
    SUBMITTED,
    PAID,
    CANCELLED;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "trials.state." + slug();
    }

    /** How it looks: good, wait, stop or plain. */
    String tone() {
      return switch (this) {
        case SUBMITTED, PAID -> "good";
        case REQUESTED, ACCEPTED -> "wait";
        case DECLINED, EXPIRED, CANCELLED -> "stop";
        case WITHDRAWN -> "";
      };
    }
  }

  /** Signed by both, whatever became of it. */
  sealed interface Standing extends Trial {
    Signed signed();
  }

  /** Not over. */
  sealed interface Running extends Standing {
    default Cancelled callOff(Instant now) {
      return new Cancelled(facts(), now, signed());
    }

    default Paid pay(Instant now) {
      return new Paid(facts(), now, signed());
    }
  }

  record Requested(Facts facts, Instant since) implements Trial {
    Accepted accept(Signed signed, Instant now) {
      return new Accepted(facts, now, signed);
    }

    /**
     * @param reason what the client is told, 1–500 characters
     */
    Declined decline(String reason, Instant now) {
      return new Declined(facts, now, reason);
    }

    Withdrawn withdraw(Instant now) {
      return new Withdrawn(facts, now);
    }

    Expired expire(Instant now) {
      return new Expired(facts, now);
    }

    @Override
    public State state() {
      return State.REQUESTED;
    }
  }

  /** Its price is awaited, or it is being done. */
  record Accepted(Facts facts, Instant since, Signed signed) implements Running {
    Submitted submit(Instant now) {
      return new Submitted(facts, now, signed);
    }

    @Override
    public State state() {
      return State.ACCEPTED;
    }
  }

  record Declined(Facts facts, Instant since, String reason) implements Trial {
    @Override
    public State state() {
      return State.DECLINED;
    }
  }

  /** Taken back by the client, or left without its bid. */
  record Withdrawn(Facts facts, Instant since) implements Trial {
    @Override
    public State state() {
      return State.WITHDRAWN;
    }
  }

  /** Nobody answered in time. */
  record Expired(Facts facts, Instant since) implements Trial {
    @Override
    public State state() {
      return State.EXPIRED;
    }
  }

  /** The client looks at it. */
  record Submitted(Facts facts, Instant since, Signed signed) implements Running {
    /** Its delivery was taken back, or is being changed. */
    Accepted goOn(Instant now) {
      return new Accepted(facts, now, signed);
    }

    @Override
    public State state() {
      return State.SUBMITTED;
    }
  }

  /** Approved, and its price is the assistant's. */
  record Paid(Facts facts, Instant since, Signed signed) implements Standing {
    @Override
    public State state() {
      return State.PAID;
    }
  }

  /** Over without that: called off, or its price went back. */
  record Cancelled(Facts facts, Instant since, Signed signed) implements Standing {
    @Override
    public State state() {
      return State.CANCELLED;
    }
  }
}
