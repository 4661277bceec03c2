/**
 * What falls due when, on the application's clock: tasks that are kept in the database, run once
 * over all nodes and are tried again; and the events that modules publish, kept until their
 * listeners have run.
 */
@ApplicationModule(
    id = "timers",
    allowedDependencies = {"data", "page"})
@NullMarked
package org.diestra.platform.timers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
