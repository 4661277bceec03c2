/**
 * What an assistant has earned reaches the assistant's own bank: bank details that are kept in
 * versions and wait before money goes there, payouts that two different operators let pass, and the
 * files and rails that carry them. What is asked for has left the available account at once, so
 * that it can't be asked for twice.
 */
@ApplicationModule(
    id = "payouts",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "sessions",
      "mail",
      "notifications",
      "timers",
      "ledger"
    })
@NullMarked
package org.diestra.money.payouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
