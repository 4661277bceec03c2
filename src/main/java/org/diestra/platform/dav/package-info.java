/**
 * A WebDAV server (RFC 4918, classes 1, 2 and 3) that knows no files and no calendars: modules put
 * their part of the tree below {@code /dav/} as a {@link org.diestra.platform.dav.Branch} of {@link
 * org.diestra.platform.dav.Node}s. The engine speaks the protocol: who comes in, conditions, locks,
 * properties that nobody here understands, and reports that a branch answers.
 */
@ApplicationModule(
    id = "dav",
    allowedDependencies = {"data", "accounts", "programs", "timers"})
@NullMarked
package org.diestra.platform.dav;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
