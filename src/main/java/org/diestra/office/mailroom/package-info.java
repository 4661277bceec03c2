/**
 * Mail that comes for a client at an address of its workspace, where all who work in administration
 * see it: who takes what, and what is done. Nothing is answered from here; whoever answers does so
 * with their own program, and ticks it off.
 */
@ApplicationModule(
    id = "mailroom",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "blobs",
      "mail",
      "notifications",
      "workspaces"
    })
@NullMarked
package org.diestra.office.mailroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
