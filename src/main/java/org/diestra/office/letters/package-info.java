/**
 * Letters and mails that a client writes again and again: templates with fields, and what was
 * written from them to whom. It prints letters and hands mails to the writer's own program; nothing
 * leaves the house by itself. Whoever works in administration writes, until the contract ends.
 */
@ApplicationModule(
    id = "letters",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "paper",
      "writing",
      "workspaces",
      "contacts"
    })
@NullMarked
package org.diestra.office.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
