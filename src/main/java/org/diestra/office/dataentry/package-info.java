/**
 * Data entry as a profession: records keyed in from sources, once or twice by two people who do not
 * see each other's values, compared, settled by a third who sees the source first, looked through
 * by sample, and only then rows of a table.
 */
@ApplicationModule(
    id = "dataentry",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "blobs",
      "home",
      "previews",
      "workspaces",
      "fields",
      "tables"
    })
@NullMarked
package org.diestra.office.dataentry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
