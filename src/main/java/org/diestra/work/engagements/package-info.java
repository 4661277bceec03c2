/**
 * How a signed contract runs: from the manual that is read before it starts, over pauses, to notice
 * and end. It opens exactly the duties' areas of the client's workspace and closes them, each in
 * the transaction of the move that does so.
 */
@ApplicationModule(
    id = "engagements",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "notifications",
      "timers",
      "workspaces",
      "procedures",
      "manuals",
      "learning",
      "jobs",
      "contracts"
    })
@NullMarked
package org.diestra.work.engagements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
