package org.diestra.hiring.proposals;

import java.time.Instant;

/**
 * Where a bid stands in its life. A move is known only to the stages that allow it and answers the
 * next stage, so that an illegal one does not compile.
 */
sealed interface Stage {
  /** Since when it stands here. */
  Instant since();

  /** Not sent: only its author knows of it. */
  record Draft(Instant since) implements Stage, Sendable {}

  /** Sent when all places were taken: first come, first promoted. The client sees only how many. */
  record Waitlisted(Instant since) implements Standing {
    Submitted promote(Instant at) {
      return new Submitted(at);
    }
  }

  /** Before the client. */
  record Submitted(Instant since) implements Decidable {
    Shortlisted keep(Instant at) {
      return new Shortlisted(at);
    }
  }

  /** Kept for a closer look. */
  record Shortlisted(Instant since) implements Decidable {
    Submitted letGo(Instant at) {
      return new Submitted(at);
    }

    Interviewing interview(Instant at) {
      return new Interviewing(at);
    }
  }

  /** The two talk, or have talked. */
  record Interviewing(Instant since) implements Decidable {}

  /** A contract is on the table; its terms can't be changed here any more. */
  record Offered(Instant since, Decidable before) implements Live {
    Won win(Instant at) {
      return new Won(at);
    }

    /** The offer was declined, withdrawn or ran out. */
    Decidable fallBack() {
      return before;
    }
  }

  /** The job has changed since; without the author's word it runs out. */
  record Stale(Instant since, Instant until, Standing before) implements Live {
    Standing confirm() {
      return before;
    }

    Expired expire(Instant at) {
      return new Expired(at);
    }

    /** The job changed once more: the time to answer begins anew. */
    Stale again(Instant at, Instant nextUntil) {
      return new Stale(at, nextUntil, before);
    }

    Withdrawn withdraw(Instant at) {
      return new Withdrawn(at);
    }
  }

  record Won(Instant since) implements Stage {}

  record Withdrawn(Instant since) implements Stage, Sendable {}

  record Declined(Instant since, DeclineReason reason, Decidable before) implements Stage {
    Decidable undo() {
      return before;
    }
  }

  /** The job went to somebody else, or was closed. */
  record Lost(Instant since) implements Stage {}

  /** Nobody confirmed it after the job had changed. */
  record Expired(Instant since) implements Stage, Sendable {}

  /** Can be sent: a draft, or what its author took back or let run out. */
  sealed interface Sendable extends Stage {
    default Standing send(boolean placeFree, Instant at) {
      return placeFree ? new Submitted(at) : new Waitlisted(at);
    }
  }

  /** Sent and not over. */
  sealed interface Live extends Stage {
    default Lost lose(Instant at) {
      return new Lost(at);
    }
  }

  /** Its author may still change it or take it back. */
  sealed interface Standing extends Live {
    /**
     * @param until when it runs out without its author's word
     */
    default Stale outdate(Instant at, Instant until) {
      return new Stale(at, until, this);
    }

    default Withdrawn withdraw(Instant at) {
      return new Withdrawn(at);
    }
  }

  /** The client sees it and may decide. */
  sealed interface Decidable extends Standing {
    default Declined decline(DeclineReason reason, Instant at) {
      return new Declined(at, reason, this);
    }

    default Offered offer(Instant at) {
      return new Offered(at, this);
    }
  }
}
