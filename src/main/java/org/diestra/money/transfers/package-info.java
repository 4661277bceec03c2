/**
 * Money by bank transfer: accounts on which the house collects, references by which a transfer is
 * found again, statements that are read once, and the queue of what nobody could tell apart. What
 * comes in is booked line by line; what goes back to clients goes to where it came from.
 */
@ApplicationModule(
    id = "transfers",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "banking",
      "sessions",
      "live",
      "notifications",
      "timers",
      "contracts",
      "ledger",
      "payments",
      "payouts"
    })
@NullMarked
package org.diestra.money.transfers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
