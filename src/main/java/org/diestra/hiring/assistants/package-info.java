/**
 * Where businesses look for assistants: {@code /assistants} with its filters, and the public page
 * of each one. It keeps nothing: {@code talent} knows the people, {@code search} finds them.
 */
@ApplicationModule(
    id = "assistants",
    allowedDependencies = {
      "page",
      "accounts",
      "talent",
      "samples",
      "watches",
      "search",
      "exchange"
    })
@NullMarked
package org.diestra.hiring.assistants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
