/**
 * Reference rates between currencies: the newest of each, kept by the operator, by which amounts
 * are compared; and those of each day as the European Central Bank publishes them, for books.
 * Nobody is ever paid by them.
 */
@ApplicationModule(
    id = "exchange",
    allowedDependencies = {"data", "page", "accounts", "timers", "fetching"})
@NullMarked
package org.diestra.platform.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
