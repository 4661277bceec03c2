/**
 * Disputes over the money of a task: one side says what the assistant is to get, the other answers,
 * and they settle where their figures meet; an operator proposes, and at last decides. Meanwhile
 * the task's time stands still and its money is kept apart, and every silence has an end.
 */
@ApplicationModule(
    id = "disputes",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "sessions",
      "home",
      "live",
      "blobs",
      "mail",
      "notifications",
      "timers",
      "exchange",
      "messaging",
      "contracts",
      "engagements",
      "files",
      "tasks"
    })
@NullMarked
package org.diestra.operator.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
