/**
 * A workspace's logins, cards and notes: sealed, opened to whoever works in their area, and each
 * opening written down. Who may reach what since when stands in a register; whoever can't enter any
 * more leaves a list of what is to be changed.
 */
@ApplicationModule(
    id = "vault",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "notifications",
      "timers",
      "workspaces"
    })
@NullMarked
package org.diestra.office.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
