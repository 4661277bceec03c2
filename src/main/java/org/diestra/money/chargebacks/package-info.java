/**
 * Payments that a client's own bank took back. What is not the assistant's to call for yet pays
 * first, the house for the rest, and the client owes it until it is paid or the bank decides
 * otherwise.
 */
@ApplicationModule(
    id = "chargebacks",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "sessions",
      "notifications",
      "timers",
      "ledger",
      "payments"
    })
@NullMarked
package org.diestra.money.chargebacks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
