/**
 * What clients want done and the most they pay for it: written step by step, published, changed in
 * editions, paused, closed with an outcome. It knows neither assistants nor bids; whoever receives
 * bids is told through {@link org.diestra.hiring.jobs.Bidders}.
 */
@ApplicationModule(
    id = "jobs",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "exchange",
      "search",
      "notifications",
      "messaging",
      "timers",
      "screening",
      "briefs",
      "demo"
    })
@NullMarked
package org.diestra.hiring.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
