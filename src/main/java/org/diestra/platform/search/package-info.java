/**
 * Finds jobs and assistants by words, filters and facets. Owners push an {@link
 * org.diestra.platform.search.Entry} inside their own transaction; one writer thread a node carries
 * it into the embedded index of that node within a second. PostgreSQL stays the truth: the index
 * answers ids, and the owner reads the rows by id and checks again who may see them.
 */
@ApplicationModule(
    id = "search",
    displayName = "Search",
    allowedDependencies = {"data", "page"})
@NullMarked
package org.diestra.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
