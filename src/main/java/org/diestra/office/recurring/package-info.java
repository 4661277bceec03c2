/**
 * Entries that come again: the rent on the 1st, a fee every quarter. Each is the copy of an entry
 * that is there; on its days it is proposed in the name of whoever set it up, once, and posted by
 * one of the client's like any other.
 */
@ApplicationModule(
    id = "recurring",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "notifications",
      "timers",
      "workspaces",
      "books",
      "bookkeeping",
      "dues"
    })
@NullMarked
package org.diestra.office.recurring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
