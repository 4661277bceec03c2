/**
 * Everything that a house keeps, in one file, and back from it into an empty folder. It works
 * beside the house, also while the house serves, and is no part of it: {@code bin/backup} and
 * {@code bin/restore} run it as a program of its own.
 */
@ApplicationModule(
    id = "backup",
    displayName = "Backup",
    allowedDependencies = {"data"})
@NullMarked
package org.diestra.platform.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
