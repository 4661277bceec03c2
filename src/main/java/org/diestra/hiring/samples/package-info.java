/**
 * Work that assistants show: each sample with the area it belongs to, what was done and with what,
 * and who owns the rights to it. The owner decides whether it stands on the public page; whoever
 * else may see it is told by the modules that show it, through {@link
 * org.diestra.hiring.samples.SampleAudience}.
 */
@ApplicationModule(
    id = "samples",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "blobs",
      "previews",
      "timers",
      "screening",
      "demo"
    })
@NullMarked
package org.diestra.hiring.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
