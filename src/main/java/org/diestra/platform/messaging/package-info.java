/**
 * What people say to each other: one thread for each thing they have in common, with files,
 * mentions, read marks and a trace of what was changed. Whose thing it is, what it is called and
 * who takes part is told by the module that owns it, through {@link
 * org.diestra.platform.messaging.ThreadSubjects}.
 */
@ApplicationModule(
    id = "messaging",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "timers",
      "blobs",
      "previews",
      "mail",
      "notifications",
      "live",
      "demo"
    })
@NullMarked
package org.diestra.platform.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
