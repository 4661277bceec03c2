package org.diestra.hiring.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One open job in a list. */
public record JobCard(
    JobId id, Terms terms, Instant openedAt, ClientFacts client, @Nullable Band bids) {
  /** The first sentences on one line. */
  public String summary() {
    var line = terms.about().strip().replaceAll("\\s+", " ");
    return line.length() <= 220 ? line : line.substring(0, 219) + "…";
  }
}
