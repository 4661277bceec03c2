/**
 * Reference rates between currencies, kept by the operator, one day's rate for each. They compare
 * and inform; nobody is ever paid by them.
 */
@ApplicationModule(
    id = "exchange",
    allowedDependencies = {"data", "page", "accounts"})
@NullMarked
package org.diestra.platform.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
