/**
 * Appointments that the client's own customers, who have no account, book on a public page: which
 * times are free, who holds one of them for how long, and what becomes of it. The client or whoever
 * works with appointments sets the services up; an exclusion constraint of the database sees to it
 * that nobody is promised twice.
 */
@ApplicationModule(
    id = "booking",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "icalendar",
      "mail",
      "notifications",
      "signin",
      "timers",
      "workspaces",
      "calendar"
    })
@NullMarked
package org.diestra.office.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
