package org.diestra.hiring.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.diestra.platform.accounts.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What the public sees of a client beside each of its jobs.
 *
 * @param zone on whose calendar its days end
 * @param posted how many jobs it ever published
 * @param ended how many of them are over
 * @param filled for how many of those it hired here
 * @param answered the share of bids that got a decision in time, 0–1, or null while there are none
 * @param approves the median time from delivery to approval, or null while there are none
 */
public record ClientFacts(
    OrganisationId id,
    String name,
    boolean verified,
    Instant since,
    ZoneId zone,
    int posted,
    int ended,
    int filled,
    @Nullable Double answered,
    @Nullable Duration approves) {

  /** In hundredths, or null while there is nothing to say. */
  public @Nullable Integer answeredPercent() {
    return answered == null ? null : (int) Math.round(answered * 100);
  }

  /** At least one hour, so that "within 0 hours" is never said. */
  public @Nullable Long approvesWithinHours() {
    return approves == null ? null : Math.max(1, approves.toHours());
  }
}
