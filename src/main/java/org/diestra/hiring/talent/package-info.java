/**
 * What assistants say about themselves, with the evidence for it: areas, languages, hours, rate,
 * services and work history. Each edits the own profile at {@code /profile}, step by step, and
 * decides when it may be seen. {@link org.diestra.hiring.talent.Talent} tells the rest of the house
 * about them, in a fixed number of statements however many are asked for.
 */
@ApplicationModule(
    id = "talent",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "samples",
      "search",
      "exchange",
      "screening"
    })
@NullMarked
package org.diestra.hiring.talent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
