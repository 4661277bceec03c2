package org.diestra.platform.search;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells about the index. Without one the house serves all the same, so it is never down. */
@Component("searchHealthIndicator")
class SearchHealth implements HealthIndicator {
  private final Indexing indexing;

  SearchHealth(Indexing indexing) {
    this.indexing = indexing;
  }

  @Override
  public Health health() {
    var state = indexing.state();
    var health = Health.up().withDetail("index", state.ready() ? "ready" : "missing");
    if (state.ready()) {
      health.withDetail("entries", state.entries());
    }
    if (state.taken() >= 0) {
      health.withDetail("rebuilding", state.taken());
    }
    return health.build();
  }
}
