package org.diestra.hiring.proposals;

import java.time.Instant;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One person's bid for one job, and where it stands. What it says is in its versions.
 *
 * @param number by the order of sending, from 1, for a client who hides names; 0 for a draft
 * @param edition the job's edition that its author last agreed to
 * @param version the newest of its versions; 0 for a draft
 * @param sentAt its place in the queue; null for a draft
 * @param decideBy until when the client owes an answer; null while it is not before the client
 * @param answeredAt when the client first decided about it, or null
 */
record Bid(
    BidId id,
    JobId job,
    OrganisationId organisation,
    PersonId person,
    int number,
    Stage stage,
    int edition,
    int version,
    @Nullable Instant sentAt,
    @Nullable Instant decideBy,
    @Nullable Instant answeredAt) {
  State state() {
    return State.of(stage);
  }

  boolean live() {
    return stage instanceof Stage.Live;
  }

  /** Whether the hiring team sees it: it came before the client and was not taken back. */
  boolean shown() {
    return switch (stage) {
      case Stage.Decidable d -> true;
      case Stage.Offered o -> true;
      case Stage.Won w -> true;
      case Stage.Declined d -> true;
      case Stage.Lost l -> known();
      case Stage.Stale s -> s.before() instanceof Stage.Decidable;
      default -> false;
    };
  }

  /** Whether it was ever before the client, who may be told what became of it. */
  boolean known() {
    return decideBy != null;
  }

  /** Kept, talking, or further. */
  boolean kept() {
    return switch (stage) {
      case Stage.Shortlisted s -> true;
      case Stage.Interviewing i -> true;
      case Stage.Offered o -> true;
      case Stage.Won w -> true;
      case Stage.Stale s -> !(s.before() instanceof Stage.Submitted);
      default -> false;
    };
  }

  /** Whether the two have met, so that nothing is left to hide. */
  boolean met() {
    return switch (stage) {
      case Stage.Interviewing i -> true;
      case Stage.Offered o -> true;
      case Stage.Won w -> true;
      case Stage.Stale s -> s.before() instanceof Stage.Interviewing;
      default -> false;
    };
  }

  /** Whether the client owes its first decision about it. */
  boolean undecided() {
    return known() && answeredAt == null;
  }

  Bid at(Stage next) {
    return new Bid(
        id,
        job,
        organisation,
        person,
        number,
        next,
        edition,
        version,
        sentAt,
        decideBy,
        answeredAt);
  }

  /** Comes before the client, who owes an answer until then. */
  Bid due(Instant by) {
    return with(by, answeredAt);
  }

  /** The client has decided something about it; what was never before the client can't be. */
  Bid answered(Instant now) {
    return undecided() ? with(decideBy, now) : this;
  }

  /**
   * The client has taken its decision back, and owes one again.
   *
   * @param least what the client has for it at least
   */
  Bid reopened(Instant least) {
    return stage instanceof Stage.Submitted ? with(decideBy, null).notBefore(least) : this;
  }

  /** What the client owes is not due before that. */
  Bid notBefore(Instant least) {
    return decideBy != null && answeredAt == null && decideBy.isBefore(least)
        ? with(least, null)
        : this;
  }

  private Bid with(@Nullable Instant by, @Nullable Instant answered) {
    return new Bid(
        id, job, organisation, person, number, stage, edition, version, sentAt, by, answered);
  }

  /** With a new version of what it says. */
  Bid saying(int newEdition) {
    return new Bid(
        id,
        job,
        organisation,
        person,
        number,
        stage,
        newEdition,
        version + 1,
        sentAt,
        decideBy,
        answeredAt);
  }

  /** Sent, or sent again, which begins its queue and its time to be answered anew. */
  Bid sent(int numbered, Stage.Standing next) {
    return new Bid(
        id,
        job,
        organisation,
        person,
        number == 0 ? numbered : number,
        next,
        edition,
        version,
        next.since(),
        null,
        null);
  }
}
