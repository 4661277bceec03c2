/**
 * The operator's view of the books: what each rail holds and to whom it belongs, whether all is as
 * it must be, and the whole journal for programs that others wrote.
 */
@ApplicationModule(
    id = "treasury",
    allowedDependencies = {"data", "page", "accounts", "timers", "ledger"})
@NullMarked
package org.diestra.money.treasury;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
