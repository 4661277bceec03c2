/**
 * What can be seen of a file without opening it: thumbnails, pages of a PDF, the beginning of a
 * text, the first rows of a sheet; portraits cut to size; and pictures that look like somebody
 * else's. Strangers' files are decoded in a process apart, which may be killed at any time; what it
 * makes is a file like any other and goes when its original goes.
 */
@ApplicationModule(
    id = "previews",
    displayName = "Previews",
    allowedDependencies = {"data", "blobs", "sheets"})
@NullMarked
package org.diestra.platform.previews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
