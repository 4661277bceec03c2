/**
 * What a client says in public: the assistant prepares, the client decides, and the record shows
 * who did what. A post stands on one channel; what was approved is bound to its content, channel
 * and time, and goes out at its minute once.
 */
@ApplicationModule(
    id = "publishing",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "taps",
      "accounts",
      "blobs",
      "home",
      "notifications",
      "previews",
      "timers",
      "writing",
      "workspaces",
      "channels"
    })
@NullMarked
package org.diestra.office.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
