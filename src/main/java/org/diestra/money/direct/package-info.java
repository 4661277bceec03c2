/**
 * Contracts that are paid from account to account. The house holds no money for them: clients
 * promise, say that they have paid and how it can be found, and assistants say whether it arrived.
 * Only that word makes it paid.
 */
@ApplicationModule(
    id = "direct",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "sessions",
      "home",
      "live",
      "notifications",
      "timers",
      "fees",
      "contracts",
      "ledger",
      "invoices",
      "payments",
      "payouts",
      "transfers"
    })
@NullMarked
package org.diestra.money.direct;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
