/**
 * One decision by a link in a mail, without signing in: signed, for one person at one address, for
 * what they were shown, once, for a few days. Modules offer what may be decided so and decide
 * themselves, each time anew, whether it still may; this one keeps the links. A look changes
 * nothing, for mail scanners follow every link.
 */
@ApplicationModule(
    id = "taps",
    allowedDependencies = {"data", "page", "accounts", "timers"})
@NullMarked
package org.diestra.platform.taps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
