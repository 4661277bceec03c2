/**
 * Tells the pages that somebody has open that something changed, at once: one line to the browser
 * for each tab, over which go the names of what changed and never what it says. What was told while
 * a line was down is told when it is up again, each once. The page fetches what it shows anew, so
 * that without this module a reload shows the same.
 */
@ApplicationModule(
    id = "live",
    allowedDependencies = {"data", "page", "accounts", "timers"})
@NullMarked
package org.diestra.platform.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
