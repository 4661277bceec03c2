/**
 * Bytes in an object store that speaks S3, under keys. It knows what any such store can: put whole,
 * read from a place on, ask, list and remove. What the bytes are is for whoever puts them there.
 */
@ApplicationModule(
    id = "buckets",
    displayName = "Buckets",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.buckets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
