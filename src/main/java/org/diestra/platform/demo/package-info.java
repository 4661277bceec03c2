/**
 * The demo: people and their stories, filled in at the first start of a house that asks for it.
 * Each module plays its own part through its own verbs, so that what is shown is what the house
 * really does; this one only calls them onto the stage in order, once.
 */
@ApplicationModule(
    id = "demo",
    allowedDependencies = {"data", "accounts", "health"})
@NullMarked
package org.diestra.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
