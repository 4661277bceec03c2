package org.diestra.work.contracts;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a paid trial has beyond the terms of any contract, frozen with its signatures.
 *
 * @param hours the most it may take, 1–{@value #MOST_HOURS}
 * @param dueAt until when it is delivered
 * @param zone on whose clock that was meant
 * @param graceDays calendar days after that, 1–60, after which the price goes back to the client
 *     where nothing was ever delivered
 */
public record TrialTerms(int hours, Instant dueAt, ZoneId zone, int graceDays) {
  /** Domain rules, section 3: a trial takes no longer than this, whatever the operator sets. */
  public static final int MOST_HOURS = 5;

  public TrialTerms {
    if (hours < 1 || hours > MOST_HOURS || graceDays < 1 || graceDays > 60) {
      throw new IllegalArgumentException("hours " + hours + ", days " + graceDays);
    }
  }
}
