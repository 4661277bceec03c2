/**
 * The manuals of a workspace: procedures that are drafted by whoever works in an area, published by
 * those who keep the workspace, and kept in every version that was ever published. What people have
 * read of them and ask about them stands in {@code learning}.
 */
@ApplicationModule(
    id = "manuals",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "paper",
      "accounts",
      "blobs",
      "home",
      "notifications",
      "writing",
      "workspaces",
      "procedures"
    })
@NullMarked
package org.diestra.office.manuals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
