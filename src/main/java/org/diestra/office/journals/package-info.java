/**
 * Journals of other programs, brought into a client's books: read by hledger's rules, tried line by
 * line, their accounts found in the chart or made, and proposed as entries that another posts.
 */
@ApplicationModule(
    id = "journals",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "timers",
      "workspaces",
      "books",
      "bookkeeping"
    })
@NullMarked
package org.diestra.office.journals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
