/**
 * Invitations that come from outside by mail (RFC 6047) to an address of a member's own: they stand
 * in that member's calendar until they are answered, and the answer goes out by mail. Whoever has
 * the address can put something there to be answered, and nothing else.
 */
@ApplicationModule(
    id = "invited",
    allowedDependencies = {
      "data",
      "page",
      "accounts",
      "demo",
      "home",
      "icalendar",
      "mail",
      "notifications",
      "calendar",
      "invitations"
    })
@NullMarked
package org.diestra.office.invited;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
