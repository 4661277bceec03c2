package org.diestra.work.contracts;

import java.time.Duration;
import java.time.Instant;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/**
 * An offer's life: it is open, on one side's table, until that side accepts, counters or declines
 * it, its author withdraws it, or nobody answers in time.
 */
public sealed interface Offer {
  /** How long an offer, and each counter-offer, waits for its answer. */
  Duration LIVES = Duration.ofDays(7);

  Facts facts();

  /** The state's name, as it stands in the database and in messages. */
  String state();

  /**
   * What does not change from one stage to the next but for the version.
   *
   * @param madeBy who signed for the client first
   * @param version counts offer and counter-offers, from 1
   * @param author who made the current version
   * @param expiresAt when the current version lapses
   */
  record Facts(
      OfferId id,
      JobId job,
      BidId bid,
      OrganisationId organisation,
      PersonId madeBy,
      PersonId assistant,
      int version,
      Side author,
      Instant expiresAt) {}

  /** Waits for the answer of the side that did not write it. */
  record Open(Facts facts) implements Offer {
    @Override
    public String state() {
      return facts.version() == 1 ? "OFFERED" : "COUNTERED";
    }

    public Side turn() {
      return facts.author().other();
    }

    public boolean lapsed(Instant now) {
      return !now.isBefore(facts.expiresAt());
    }

    /**
     * @param seen the version that was on the page on which it was accepted
     */
    public Outcome<Accepted> accept(Side by, int seen, Instant now) {
      return answer(by, seen, now, new Accepted(facts));
    }

    /** The next version, now on the other side's table. */
    public Outcome<Open> counter(Side by, int seen, Instant now) {
      var next =
          new Facts(
              facts.id(),
              facts.job(),
              facts.bid(),
              facts.organisation(),
              facts.madeBy(),
              facts.assistant(),
              facts.version() + 1,
              by,
              now.plus(LIVES));
      return answer(by, seen, now, new Open(next));
    }

    public Outcome<Declined> decline(Side by, int seen, Instant now) {
      return answer(by, seen, now, new Declined(facts));
    }

    /** Takes one's own version back. */
    public Outcome<Withdrawn> withdraw(Side by, int seen) {
      if (by != facts.author() || seen != facts.version()) {
        return Outcome.refused(Refusal.conflict("contracts.offer.moved"));
      }
      return Outcome.done(new Withdrawn(facts));
    }

    public Expired expire() {
      return new Expired(facts);
    }

    private <T extends Offer> Outcome<T> answer(Side by, int seen, Instant now, T next) {
      if (lapsed(now)) {
        return Outcome.refused(Refusal.conflict("contracts.offer.expired"));
      }
      if (by != turn() || seen != facts.version()) {
        return Outcome.refused(Refusal.conflict("contracts.offer.moved"));
      }
      return Outcome.done(next);
    }
  }

  record Accepted(Facts facts) implements Offer {
    @Override
    public String state() {
      return "ACCEPTED";
    }
  }

  record Declined(Facts facts) implements Offer {
    @Override
    public String state() {
      return "DECLINED";
    }
  }

  record Withdrawn(Facts facts) implements Offer {
    @Override
    public String state() {
      return "WITHDRAWN";
    }
  }

  record Expired(Facts facts) implements Offer {
    @Override
    public String state() {
      return "EXPIRED";
    }
  }
}
