/**
 * Paid trials: a client who has kept a bid asks for one small piece of work and pays for it. It is
 * a contract of its own with one task, signed by both and held like any other, while the bid stays
 * where it is and the job stays open; what came of it stands beside the bid, with its score.
 */
@ApplicationModule(
    id = "trials",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "notifications",
      "timers",
      "exchange",
      "screening",
      "jobs",
      "fees",
      "proposals",
      "tryouts",
      "contracts",
      "engagements",
      "tasks"
    })
@NullMarked
package org.diestra.work.trials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
