/**
 * From an offer to a contract that both have signed: terms, counter-offers, signatures over the
 * hash of one canonical text, the paper, and the page where anybody can verify it. Funding, work
 * and pay follow in the modules above; until then a signed contract awaits its funds.
 */
@ApplicationModule(
    id = "contracts",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "paper",
      "accounts",
      "blobs",
      "mail",
      "notifications",
      "messaging",
      "timers",
      "home",
      "jobs",
      "talent",
      "proposals",
      "fees"
    })
@NullMarked
package org.diestra.work.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
