/**
 * Deliverables of a contract: proposed by one side and agreed by the other, done by the checklist
 * of a pinned manual version, delivered, looked at and approved. What they cost is held by the
 * module that has money; until there is one, tasks run unfunded and say so.
 */
@ApplicationModule(
    id = "tasks",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "blobs",
      "previews",
      "home",
      "icalendar",
      "live",
      "notifications",
      "timers",
      "writing",
      "workspaces",
      "calendar",
      "procedures",
      "manuals",
      "learning",
      "exchange",
      "jobs",
      "contracts",
      "engagements"
    })
@NullMarked
package org.diestra.work.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
