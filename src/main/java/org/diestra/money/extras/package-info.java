/**
 * What a client pays beside the work that was agreed: tips and expenses. Tips reach the assistant
 * whole and at once. Money takes the same ways as for tasks and hours; this says what is wanted,
 * and what becomes of it once it has come in.
 */
@ApplicationModule(
    id = "extras",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "live",
      "notifications",
      "timers",
      "blobs",
      "home",
      "exchange",
      "fees",
      "contracts",
      "engagements",
      "ledger",
      "payments"
    })
@NullMarked
package org.diestra.money.extras;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
