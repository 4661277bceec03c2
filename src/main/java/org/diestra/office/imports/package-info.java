/**
 * Files that are brought into tables: looked at, their columns told to fields, tried out with each
 * fault at its row, then taken in while people go on, and taken back whole. What breaks off goes on
 * where it was, so that no file is ever half in without saying so.
 */
@ApplicationModule(
    id = "imports",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "blobs",
      "sheets",
      "timers",
      "workspaces",
      "fields",
      "tables"
    })
@NullMarked
package org.diestra.office.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
