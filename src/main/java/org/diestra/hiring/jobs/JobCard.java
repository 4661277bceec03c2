package org.diestra.hiring.jobs;

import java.time.Instant;
import org.diestra.platform.base.Excerpt;
import org.jspecify.annotations.Nullable;

/** One open job in a list. */
public record JobCard(
    JobId id, Terms terms, Instant openedAt, ClientFacts client, @Nullable Band bids) {
  /** The first sentences on one line. */
  public String summary() {
    return Excerpt.line(terms.about(), 220);
  }
}
