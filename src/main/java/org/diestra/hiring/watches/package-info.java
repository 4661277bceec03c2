/**
 * Searches that somebody keeps: whoever saves one is told when something new fits it. Which
 * searches there are is said by the modules that own their pages, each with a {@link
 * org.diestra.hiring.watches.Watched}.
 */
@ApplicationModule(
    id = "watches",
    allowedDependencies = {"data", "page", "accounts", "timers", "notifications"})
@NullMarked
package org.diestra.hiring.watches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
