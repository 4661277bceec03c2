/**
 * Meetings with people: who is asked to an event, what each of them was sent, and what they
 * answered, by mail (RFC 6047), in the house and on a page of their own. Whoever was asked holds
 * what was sent to them and no more: no door of this module leads them to the event itself.
 */
@ApplicationModule(
    id = "invitations",
    allowedDependencies = {
      "data",
      "demo",
      "page",
      "accounts",
      "home",
      "icalendar",
      "mail",
      "notifications",
      "timers",
      "workspaces",
      "calendar",
      "contacts"
    })
@NullMarked
package org.diestra.office.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
