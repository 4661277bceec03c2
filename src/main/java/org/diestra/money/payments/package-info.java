/**
 * Money that is held for work: it comes in over a rail, waits in escrow, is the assistant's once
 * the work is approved, and the client's again where there will be none. Every step is an entry in
 * the ledger, posted in the transaction of the step.
 */
@ApplicationModule(
    id = "payments",
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
      "tasks",
      "ledger",
      "taxes"
    })
@NullMarked
package org.diestra.money.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
