/**
 * Work samples that a client asks for: at most fifteen minutes, unpaid, on invented data, and never
 * the client's to use. Asked of bidders, accepted or declined, handed in, shown to the client in
 * marked previews alone, and scored; with a guard against getting work done in slices. What it has
 * to say about a bid stands beside the bid through {@link org.diestra.hiring.proposals.BidAsides}.
 */
@ApplicationModule(
    id = "tryouts",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "blobs",
      "previews",
      "notifications",
      "timers",
      "screening",
      "jobs",
      "proposals"
    })
@NullMarked
package org.diestra.hiring.tryouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
