/**
 * Invoices: of assistants to clients, made for them with their consent, of the house for its fees,
 * and what corrects either. Numbers have no gaps; an invoice is never changed; its papers are made
 * when somebody first needs them, looked over by a validator of others, and stay as they are.
 */
@ApplicationModule(
    id = "invoices",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "paper",
      "accounts",
      "blobs",
      "notifications",
      "timers",
      "contracts",
      "tasks",
      "ledger",
      "payments",
      "taxes"
    })
@NullMarked
package org.diestra.money.invoices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
