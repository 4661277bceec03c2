/**
 * Writes what calendar programs read: invitations by iMIP (RFC 6047), with time zones as this house
 * knows them. It knows no meeting of its own.
 */
@ApplicationModule(
    id = "icalendar",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.icalendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
