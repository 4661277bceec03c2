/**
 * What people have read of manuals and understood of them: who confirmed which version, the quiz,
 * and the questions on a step until they are answered and folded in. Work that follows a procedure
 * asks here whether somebody may begin by it.
 */
@ApplicationModule(
    id = "learning",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "home",
      "notifications",
      "timers",
      "writing",
      "workspaces",
      "procedures",
      "manuals"
    })
@NullMarked
package org.diestra.office.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
