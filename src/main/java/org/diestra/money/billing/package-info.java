/**
 * Hours that are paid: a deposit of a week's most, from which each week is paid once it is closed,
 * what lines in dispute are worth kept apart, and what was left given back at the end. Weeks are
 * billed in sets, each once, however often a run is broken off.
 */
@ApplicationModule(
    id = "billing",
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
package org.diestra.money.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
