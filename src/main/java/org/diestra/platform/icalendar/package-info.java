/**
 * Reads and writes what calendar programs exchange (RFC 5545): events with their zones, when they
 * come again, and invitations by iMIP (RFC 6047). It knows no meeting of its own and keeps nothing.
 */
@ApplicationModule(
    id = "icalendar",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.icalendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
