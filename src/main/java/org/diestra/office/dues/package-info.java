/**
 * Whom a business owes and who owes it: its suppliers and customers, what each paper comes to with
 * its taxes, what of it is still to be paid, payments, and debts by their age. The papers
 * themselves stand above, in {@code bills} and {@code sales}.
 */
@ApplicationModule(
    id = "dues",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "notifications",
      "timers",
      "workspaces",
      "books",
      "bookkeeping"
    })
@NullMarked
package org.diestra.office.dues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
