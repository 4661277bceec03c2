/**
 * Two people meet before one hires the other: times are proposed from a bid that was kept, one is
 * agreed, and they talk in a room of the house. Who came is read from the room's log.
 */
@ApplicationModule(
    id = "interviews",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "notifications",
      "mail",
      "messaging",
      "icalendar",
      "timers",
      "rooms",
      "talent",
      "jobs",
      "proposals"
    })
@NullMarked
package org.diestra.hiring.interviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
