/**
 * Journeys of a client: asked for, researched by whoever works in travel, laid side by side, chosen
 * and authorised by the client, booked within that, and kept as an itinerary. The assistant
 * prepares, the client decides, the record shows who did what. The house books nothing itself and
 * keeps no card.
 */
@ApplicationModule(
    id = "travel",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "taps",
      "paper",
      "accounts",
      "calendar",
      "exchange",
      "home",
      "icalendar",
      "journeys",
      "notifications",
      "timers",
      "workspaces"
    })
@NullMarked
package org.diestra.office.travel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
