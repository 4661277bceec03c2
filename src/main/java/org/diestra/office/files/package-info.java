/**
 * The files of a workspace: folders, every version of what is in them, and a trash that gives back
 * for thirty days. People work on them in the browser, and through WebDAV in their computers' own
 * folders. Bytes lie with {@code blobs}; here is where they stand, who put them there and when.
 */
@ApplicationModule(
    id = "files",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "blobs",
      "dav",
      "notifications",
      "previews",
      "programs",
      "signin",
      "timers",
      "workspaces"
    })
@NullMarked
package org.diestra.office.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
