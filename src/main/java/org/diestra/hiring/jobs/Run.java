package org.diestra.hiring.jobs;

import java.time.Instant;

/**
 * The clocks of a published job.
 *
 * @param openedAt when it was published
 * @param actedAt when its client last did something about it
 * @param warnings how many warnings its client got since, 0–2
 */
record Run(Instant openedAt, Instant expiresAt, int renewals, Instant actedAt, int warnings) {
  static Run from(Instant now, Instant expires) {
    return new Run(now, expires, 0, now, 0);
  }

  Run acted(Instant now) {
    return new Run(openedAt, expiresAt, renewals, now, 0);
  }

  Run warned() {
    return new Run(openedAt, expiresAt, renewals, actedAt, warnings + 1);
  }

  boolean canRenew(JobRules rules) {
    return renewals < rules.renewals();
  }

  Run renewed(Instant now, Instant expires) {
    return new Run(openedAt, expires, renewals + 1, now, 0);
  }

  Due expiry() {
    return new Due(expiresAt, Due.Kind.EXPIRE);
  }

  /** What the client's silence leads to next. */
  Due silence(JobRules rules) {
    return switch (warnings) {
      case 0 -> new Due(actedAt.plus(rules.firstWarning()), Due.Kind.FIRST_WARNING);
      case 1 -> new Due(actedAt.plus(rules.secondWarning()), Due.Kind.SECOND_WARNING);
      default -> new Due(actedAt.plus(rules.pauseAfter()), Due.Kind.FALL_SILENT);
    };
  }
}
