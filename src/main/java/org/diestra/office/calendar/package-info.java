/**
 * The calendars of workspaces and of people: events with everything a calendar program may say of
 * them, kept in the bytes that came, and found by the time they take. Who may see or change which
 * calendar follows the areas of the workspace, so that the end of a contract ends it.
 */
@ApplicationModule(
    id = "calendar",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "blobs",
      "fetching",
      "home",
      "icalendar",
      "live",
      "notifications",
      "signin",
      "timers",
      "workspaces"
    })
@NullMarked
package org.diestra.office.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
