/**
 * The hours of a contract: one running timer a person, lines written by hand, a week that can be
 * typed in like a sheet, and its way from submission over the client's questions to its close. The
 * billing week runs from Monday to Sunday in UTC; a day is one of the assistant's.
 */
@ApplicationModule(
    id = "time",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "taps",
      "accounts",
      "home",
      "live",
      "notifications",
      "timers",
      "workspaces",
      "contracts",
      "engagements",
      "tasks"
    })
@NullMarked
package org.diestra.work.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
