/**
 * Months of hours that are bought in advance: asked for before they begin, held while they run, and
 * the assistant's once they are over. The hours themselves are those of {@code time}; this says
 * what is wanted for them, and what becomes of it.
 */
@ApplicationModule(
    id = "retainers",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "live",
      "notifications",
      "timers",
      "fees",
      "contracts",
      "engagements",
      "time",
      "ledger",
      "payments"
    })
@NullMarked
package org.diestra.money.retainers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
