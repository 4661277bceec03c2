/**
 * Clients pay by card, at Stripe: the house sends them to a page there, and asks Stripe what became
 * of it. What Stripe calls out is only ever a reason to ask again. Credit goes back to the cards it
 * came from, what Stripe takes for itself is the house's cost, and what was earned goes to accounts
 * that assistants have connected.
 */
@ApplicationModule(
    id = "cards",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "sessions",
      "timers",
      "ledger",
      "payments",
      "payouts"
    })
@NullMarked
package org.diestra.money.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
