/**
 * Minutes of a client's meetings, written by whoever works in its administration: who was there,
 * what was said, and what is to be done, from which tasks of contracts are proposed.
 */
@ApplicationModule(
    id = "minutes",
    allowedDependencies = {"data", "demo", "page", "accounts", "writing", "workspaces"})
@NullMarked
package org.diestra.office.minutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
