/**
 * What banks say beside a client's books: bank accounts that one account of the chart shows each,
 * statements that are tried before they are taken in, lines that become proposals or find the entry
 * that shows them, rules by which that is suggested, and how far bank and books were found the
 * same.
 */
@ApplicationModule(
    id = "statements",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "banking",
      "timers",
      "workspaces",
      "books",
      "bookkeeping",
      "dues"
    })
@NullMarked
package org.diestra.office.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
