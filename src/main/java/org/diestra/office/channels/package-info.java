/**
 * Where a client is heard: networks, sites, feeds and hooks, each with what it takes, its sealed
 * token, its weekly slots and whether what stands there needs the client's word first. What goes
 * out, and when, is decided in {@code publishing}, above; here is how it goes.
 */
@ApplicationModule(
    id = "channels",
    allowedDependencies = {"data", "page", "accounts", "fetching", "workspaces"})
@NullMarked
package org.diestra.office.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
