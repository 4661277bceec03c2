/**
 * Bytes that people bring: kept once under their SHA-256, told by their content and never by their
 * name, bounded by what the operator allows, and served so that nothing in them can act in our
 * name. A {@link org.diestra.platform.blobs.Blob} is somebody's file; the module that shows it
 * decides who may read it and says, with a reference, that it is still needed.
 */
@ApplicationModule(
    id = "blobs",
    displayName = "Blobs",
    allowedDependencies = {"data", "page", "timers", "buckets"})
@NullMarked
package org.diestra.platform.blobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
