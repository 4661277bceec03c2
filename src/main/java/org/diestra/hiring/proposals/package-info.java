/**
 * What assistants propose for a job, sealed between each of them and the client: written, sent,
 * changed and confirmed on one side; compared, kept, declined on the other. Places before a client
 * are given out in batches, first come, first served.
 */
@ApplicationModule(
    id = "proposals",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "blobs",
      "previews",
      "notifications",
      "messaging",
      "timers",
      "screening",
      "samples",
      "talent",
      "jobs",
      "fees",
      "exchange"
    })
@NullMarked
package org.diestra.hiring.proposals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
