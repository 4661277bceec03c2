/**
 * A workspace's tables: rows with typed fields that people fill in, find, sort and take away, each
 * change of which is kept and can be taken back. Whoever works in data entry works in them. What is
 * brought in by files and keyed in twice stands in modules above.
 */
@ApplicationModule(
    id = "tables",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "sheets",
      "timers",
      "workspaces",
      "fields"
    })
@NullMarked
package org.diestra.office.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
